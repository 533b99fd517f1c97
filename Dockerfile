# One image for the six services; SERVICE says which one a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.base.json ./
COPY libs ./libs
COPY apps ./apps
# The optional dependencies of the root are Node itself, which this image has.
RUN npm ci --omit=optional --no-fund --no-audit
RUN npx tsc -b

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs ./libs
COPY apps ./apps
RUN npm ci --omit=dev --no-fund --no-audit && rm -rf node_modules/node-linux-* \
  && find apps libs -mindepth 2 -maxdepth 2 ! -name package.json ! -name node_modules -exec rm -rf {} +

# No tools, no tests, no sources: what runs and nothing else.
FROM node:24-bookworm-slim AS service
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /app/libs ./libs-built
COPY --from=build /app/apps ./apps-built
RUN for kind in libs apps; do for dir in $kind-built/*/; do cp -r "$dir/dist" "$kind/$(basename "$dir")/dist"; done; done \
  && for dir in apps-built/*/assets; do [ -d "$dir" ] && cp -r "$dir" "apps/$(basename "$(dirname "$dir")")/assets"; done; \
  rm -rf libs-built apps-built && find apps libs -name '*.spec.*' -delete
COPY deploy/healthcheck.mjs ./deploy/healthcheck.mjs
USER node
EXPOSE 3000
CMD ["sh", "-c", "exec node --enable-source-maps apps/${SERVICE:?which service}/dist/main.js"]
