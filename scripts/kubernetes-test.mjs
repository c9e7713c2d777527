import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";

/** Renders each overlay with kubectl and looks at every object that a cluster would be given. */
for (const overlay of ["staging", "production"]) {
  const directory = fileURLToPath(
    new URL(`../deploy/kubernetes/overlays/${overlay}`, import.meta.url),
  );
  const rendered = execFileSync("kubectl", ["kustomize", directory], { encoding: "utf8" });
  const objects = parseAllDocuments(rendered).map((document) => document.toJS());
  checkObjects(objects);
  for (const kind of ["Deployment", "Job"]) checkPods(only(objects, kind));
  checkDeployment(objects);
  console.log(`✓ ${overlay}: ${objects.length} objects`);
}

function only(objects, kind) {
  const found = objects.filter((object) => object.kind === kind);
  assert.equal(found.length, 1, `one ${kind}`);
  return found[0];
}

function checkObjects(objects) {
  for (const { kind, metadata } of objects)
    assert.match(metadata.namespace ?? "", /^ordo-/, `${kind} has a namespace`);
  assert.equal(only(objects, "ServiceAccount").automountServiceAccountToken, false);
  const { podSelector, policyTypes } = only(objects, "NetworkPolicy").spec;
  assert.deepEqual(policyTypes, ["Ingress", "Egress"]);
  for (const kind of ["Deployment", "Job"])
    assertSelects(podSelector.matchLabels, only(objects, kind), "NetworkPolicy");
}

function checkPods({ kind, spec: { template } }) {
  const pod = template.spec;
  assert.equal(pod.automountServiceAccountToken, false, kind);
  assert.equal(pod.securityContext.runAsNonRoot, true, kind);
  assert.equal(pod.securityContext.seccompProfile.type, "RuntimeDefault", kind);
  for (const { image, resources, securityContext } of pod.containers) {
    assert.match(image, /:(?!latest$)[^:/]+$/, `${kind}: a tag, and not latest`);
    assert.equal(securityContext.allowPrivilegeEscalation, false, kind);
    assert.equal(securityContext.readOnlyRootFilesystem, true, kind);
    assert.deepEqual(securityContext.capabilities, { drop: ["ALL"] }, kind);
    assert.ok(resources.requests.cpu && resources.requests.memory && resources.limits.memory, kind);
  }
}

function checkDeployment(objects) {
  const deployment = only(objects, "Deployment");
  const { template, selector, strategy, replicas } = deployment.spec;
  const [api] = template.spec.containers;
  const { data } = only(objects, "ConfigMap");
  assert.equal(replicas, undefined, "the autoscaler says how many");
  assert.equal(strategy.rollingUpdate.maxUnavailable, 0);
  const stopping = (Number(data.DRAIN_MS) + Number(data.SHUTDOWN_MS)) / 1000;
  assert.ok(template.spec.terminationGracePeriodSeconds > stopping, "time to drain");
  assert.equal(api.startupProbe.httpGet.path, "/health/live");
  assert.equal(api.livenessProbe.httpGet.path, "/health/live", "not killed for PostgreSQL's sake");
  assert.equal(api.readinessProbe.httpGet.path, "/health/ready");

  const service = only(objects, "Service").spec;
  const selectors = {
    Deployment: selector.matchLabels,
    PodDisruptionBudget: only(objects, "PodDisruptionBudget").spec.selector.matchLabels,
    Service: service.selector,
  };
  for (const [who, labels] of Object.entries(selectors)) {
    assertSelects(labels, deployment, who);
    assert.throws(() => assertSelects(labels, only(objects, "Job"), who), `${who} spares the job`);
  }
  const names = api.ports.map(({ name }) => name);
  for (const { targetPort } of service.ports)
    assert.ok(names.includes(targetPort), "Service's port");

  const { scaleTargetRef, minReplicas } = only(objects, "HorizontalPodAutoscaler").spec;
  assert.equal(scaleTargetRef.name, deployment.metadata.name);
  assert.ok(minReplicas >= 2, "one may go");
}

function assertSelects(labels, { spec: { template } }, who) {
  for (const [name, value] of Object.entries(labels))
    assert.equal(template.metadata.labels[name], value, `${who} selects by ${name}`);
}
