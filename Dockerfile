# Works with BuildKit and with the classic builder: no mounts, no heredocs.
# Layers go from what changes least to what changes most: a change of sources downloads and installs nothing.
ARG NODE_IMAGE=node:26-bookworm-slim

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /ordo
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
# The pnpm that package.json pins.
RUN npm install --global --no-audit --no-fund "$(node -p 'require("./package.json").packageManager')"
COPY packages/domain/package.json packages/domain/
COPY packages/application/package.json packages/application/
COPY packages/adapters-http/package.json packages/adapters-http/
COPY packages/adapters-payments-simulated/package.json packages/adapters-payments-simulated/
COPY packages/adapters-postgres/package.json packages/adapters-postgres/
COPY packages/adapters-redis/package.json packages/adapters-redis/
COPY packages/dev-postgres/package.json packages/dev-postgres/
COPY packages/server/package.json packages/server/
RUN pnpm install --prod --no-optional --frozen-lockfile --ignore-scripts --filter-prod "@ordo/server..."

FROM dependencies AS build
# Compiling needs no install script: those fetch Node and PostgreSQL for development.
RUN pnpm install --frozen-lockfile --ignore-scripts --filter "@ordo/server..."
COPY . .
RUN packages/server/node_modules/.bin/tsc -b packages/server && node packages/server/bundle.mjs

FROM ${NODE_IMAGE}
WORKDIR /ordo
COPY --from=dependencies /ordo/node_modules node_modules
COPY --from=dependencies /ordo/packages packages
COPY package.json LICENSE ./
COPY --from=build /ordo/packages/domain/dist packages/domain/dist
COPY --from=build /ordo/packages/application/dist packages/application/dist
COPY --from=build /ordo/packages/adapters-http/dist packages/adapters-http/dist
COPY --from=build /ordo/packages/adapters-payments-simulated/dist packages/adapters-payments-simulated/dist
COPY --from=build /ordo/packages/adapters-postgres/dist packages/adapters-postgres/dist
COPY --from=build /ordo/packages/adapters-redis/dist packages/adapters-redis/dist
COPY --from=build /ordo/packages/server/dist packages/server/dist
# What a start compiles, for all of them: Node keeps it for each user and for V8's options apart, so the user below makes it,
# and as the entry point has it. It is not his to change.
RUN compiled=packages/server/node_modules/.cache && install --directory --owner=1000 $compiled \
  && setpriv --reuid=1000 --regid=1000 --clear-groups node --heap-growing-percent=30 packages/server/dist/bundle/ordo.mjs --version \
  && chown --recursive root:root $compiled && chmod --recursive a+rX $compiled
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Ordo" \
      org.opencontainers.image.description="An order core: carts to paid, shipped and refunded orders" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    LOG_FORMAT=json \
    MALLOC_ARENA_MAX=2 \
    ORDO_REVISION=${REVISION}
# A number, so that Kubernetes can tell that it is not root. Nothing here belongs to it.
USER 1000:1000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1 and handles SIGTERM itself; it starts no children that it would have to reap but its workers.
# The heap grows by less than a third between collections: V8 would let it double, and more.
ENTRYPOINT ["node", "--heap-growing-percent=30", "packages/server/dist/bundle/ordo.mjs"]
CMD ["serve"]
