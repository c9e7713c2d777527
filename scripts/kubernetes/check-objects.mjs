import assert from "node:assert/strict";
import { checkPods } from "./check-pods.mjs";
import { assertSelects, only } from "./objects.mjs";

/** Looks at every object that a cluster would be given. Throws at the first that is wrong. */
export function checkObjects(objects) {
  for (const { kind, metadata } of objects)
    assert.match(metadata.namespace ?? "", /^ordo-/, `${kind} has a namespace`);
  assert.equal(only(objects, "ServiceAccount").automountServiceAccountToken, false);
  for (const kind of ["Deployment", "Job"]) checkPods(only(objects, kind));
  checkMigrations(objects);
  checkRollOut(objects);
  checkProbes(only(objects, "Deployment"));
  checkSelectors(objects);
  checkAutoscaler(objects);
  checkNetwork(objects);
}

function checkMigrations(objects) {
  const { restartPolicy, containers } = only(objects, "Job").spec.template.spec;
  assert.equal(restartPolicy, "Never");
  assert.deepEqual(containers[0].args, ["migrate", "up"]);
  const owner = containers[0].env.find(({ name }) => name === "DATABASE_URL");
  assert.equal(owner.valueFrom.secretKeyRef.name, "ordo-owner", "migrations run as the owner");
  assert.equal(only(objects, "ConfigMap").data.ENABLE_MIGRATIONS, "false", "by the job alone");
}

function checkRollOut(objects) {
  const { template, strategy, replicas } = only(objects, "Deployment").spec;
  const { data } = only(objects, "ConfigMap");
  assert.equal(replicas, undefined, "the autoscaler says how many");
  assert.equal(strategy.rollingUpdate.maxUnavailable, 0);
  const stopping = (Number(data.DRAIN_MS) + Number(data.SHUTDOWN_MS)) / 1000;
  assert.ok(template.spec.terminationGracePeriodSeconds > stopping, "time to drain");
}

function checkProbes({ spec: { template } }) {
  const [api] = template.spec.containers;
  assert.equal(api.startupProbe?.httpGet?.path, "/health/live");
  // Restarting Ordo does not mend PostgreSQL.
  assert.equal(api.livenessProbe?.httpGet?.path, "/health/live");
  assert.equal(api.readinessProbe?.httpGet?.path, "/health/ready");
}

function checkSelectors(objects) {
  const deployment = only(objects, "Deployment");
  const service = only(objects, "Service").spec;
  const budget = only(objects, "PodDisruptionBudget").spec;
  assert.equal(budget.maxUnavailable, 1, "one at a time");
  const selectors = {
    Deployment: deployment.spec.selector.matchLabels,
    PodDisruptionBudget: budget.selector.matchLabels,
    Service: service.selector,
  };
  for (const [who, labels] of Object.entries(selectors)) {
    assertSelects(labels, deployment, who);
    assert.throws(() => assertSelects(labels, only(objects, "Job"), who), `${who} spares the job`);
  }
  const names = deployment.spec.template.spec.containers[0].ports.map(({ name }) => name);
  for (const { targetPort } of service.ports)
    assert.ok(names.includes(targetPort), "Service's port");
}

function checkAutoscaler(objects) {
  const { scaleTargetRef, minReplicas, maxReplicas, metrics } = only(
    objects,
    "HorizontalPodAutoscaler",
  ).spec;
  const { kind, metadata } = only(objects, "Deployment");
  assert.equal(scaleTargetRef.kind, kind);
  assert.equal(scaleTargetRef.name, metadata.name);
  assert.ok(minReplicas >= 2, "one may go");
  assert.ok(maxReplicas > minReplicas, "room to grow");
  assert.equal(metrics[0].resource.name, "cpu");
}

function checkNetwork(objects) {
  const { podSelector, policyTypes, ingress, egress } = only(objects, "NetworkPolicy").spec;
  assert.deepEqual(policyTypes, ["Ingress", "Egress"]);
  for (const kind of ["Deployment", "Job"])
    assertSelects(podSelector.matchLabels, only(objects, kind), "NetworkPolicy");
  const ports = (rules) => rules.flatMap((rule) => (rule.ports ?? [{}]).map(({ port }) => port));
  assert.deepEqual(ports(ingress), [3000], "in: HTTP alone");
  assert.deepEqual(new Set(ports(egress)), new Set([53, 5432]), "out: names and PostgreSQL alone");
}
