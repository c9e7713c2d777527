import { only } from "./objects.mjs";

const pod = (kind) => (objects) => only(objects, kind).spec.template.spec;
const api = (objects) => pod("Deployment")(objects).containers[0];
const job = (objects) => pod("Job")(objects).containers[0];
const spec = (kind) => (objects) => only(objects, kind).spec;
const without = (kind) => (objects) =>
  objects.splice(
    objects.findIndex((object) => object.kind === kind),
    1,
  );

/** What the checks are for: each of these must be refused. By name, what does the damage. */
export const seededFaults = {
  "no startup probe": (all) => delete api(all).startupProbe,
  "no liveness probe": (all) => delete api(all).livenessProbe,
  "no readiness probe": (all) => delete api(all).readinessProbe,
  "alive only with a database": (all) => (api(all).livenessProbe.httpGet.path = "/health/ready"),
  "pods as root": (all) => (pod("Deployment")(all).securityContext.runAsUser = 0),
  "pods that may be root": (all) => delete pod("Deployment")(all).securityContext.runAsNonRoot,
  "a container as root": (all) => (api(all).securityContext.runAsUser = 0),
  "a job as root": (all) => (job(all).securityContext.runAsNonRoot = false),
  "a privileged container": (all) => (api(all).securityContext.privileged = true),
  "a container that gains privilege": (all) =>
    (api(all).securityContext.allowPrivilegeEscalation = true),
  "a capability": (all) => (api(all).securityContext.capabilities.add = ["NET_ADMIN"]),
  "a root filesystem to write on": (all) => delete job(all).securityContext.readOnlyRootFilesystem,
  "no seccomp profile": (all) => delete pod("Job")(all).securityContext.seccompProfile,
  "the node's network": (all) => (pod("Deployment")(all).hostNetwork = true),
  "a token of the cluster": (all) => delete pod("Deployment")(all).automountServiceAccountToken,
  "memory without end": (all) => delete api(all).resources.limits,
  "the latest image": (all) => (api(all).image = "ordo:latest"),
  "an image without a tag": (all) => (api(all).image = "registry:5000/ordo"),
  "no time to drain": (all) => (pod("Deployment")(all).terminationGracePeriodSeconds = 20),
  "a roll-out that takes pods away": (all) =>
    (spec("Deployment")(all).strategy.rollingUpdate.maxUnavailable = 1),
  "servers that migrate": (all) => (only(all, "ConfigMap").data.ENABLE_MIGRATIONS = "true"),
  "a job that does something else": (all) => (job(all).args = ["migrate", "down"]),
  "a job as the servers' login": (all) => (job(all).env[0].valueFrom.secretKeyRef.name = "ordo"),
  "no disruption budget": without("PodDisruptionBudget"),
  "a budget for nothing": (all) => (spec("PodDisruptionBudget")(all).selector.matchLabels = {}),
  "a service that reaches the job": (all) =>
    delete spec("Service")(all).selector["app.kubernetes.io/component"],
  "no autoscaler": without("HorizontalPodAutoscaler"),
  "an autoscaler of something else": (all) =>
    (spec("HorizontalPodAutoscaler")(all).scaleTargetRef.name = "other"),
  "a single instance": (all) => (spec("HorizontalPodAutoscaler")(all).minReplicas = 1),
  "no network policy": without("NetworkPolicy"),
  "a policy that lets everything out": (all) => (spec("NetworkPolicy")(all).egress = [{}]),
  "no migrations": without("Job"),
  "no namespace": (all) => delete only(all, "Service").metadata.namespace,
};
