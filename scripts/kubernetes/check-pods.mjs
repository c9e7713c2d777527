import assert from "node:assert/strict";

/** Namespaces that a pod of its own would share with its node. */
const ofTheNode = ["hostNetwork", "hostPID", "hostIPC"];

/** That pods keep to the restricted Pod Security Standard, and to what Ordo adds to it: nothing to write on, no token. */
export function checkPods({ kind, spec: { template } }) {
  const pod = template.spec;
  assert.equal(pod.automountServiceAccountToken, false, `${kind}: no token of the cluster`);
  assert.equal(pod.securityContext?.runAsNonRoot, true, `${kind}: not as root`);
  assert.ok(pod.securityContext.runAsUser > 0, `${kind}: a user that is not root`);
  assert.equal(pod.securityContext.seccompProfile?.type, "RuntimeDefault", `${kind}: seccomp`);
  for (const name of ofTheNode) assert.ok(!pod[name], `${kind}: no ${name}`);
  for (const volume of pod.volumes ?? []) assert.ok(!volume.hostPath, `${kind}: no hostPath`);
  for (const container of [...(pod.initContainers ?? []), ...pod.containers])
    checkContainer(`${kind} ${container.name}`, container);
}

function checkContainer(who, { image, resources, securityContext, ports = [] }) {
  assert.match(image, /:(?!latest$)[^:/]+$/, `${who}: a tag, and not latest`);
  assert.ok(!securityContext?.privileged, `${who}: not privileged`);
  assert.notEqual(securityContext?.runAsUser, 0, `${who}: not as root`);
  assert.notEqual(securityContext?.runAsNonRoot, false, `${who}: not as root`);
  assert.equal(securityContext?.allowPrivilegeEscalation, false, `${who}: gains no privilege`);
  assert.equal(securityContext.readOnlyRootFilesystem, true, `${who}: read-only`);
  assert.deepEqual(securityContext.capabilities, { drop: ["ALL"] }, `${who}: no capability`);
  for (const { hostPort } of ports) assert.ok(!hostPort, `${who}: no port of the node`);
  assert.ok(resources?.requests?.cpu, `${who}: asks for CPU, which the autoscaler counts in`);
  assert.ok(resources.requests.memory && resources.limits?.memory, `${who}: memory is bounded`);
}
