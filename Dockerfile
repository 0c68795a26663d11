# syntax=docker/dockerfile:1

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# What is left out here is made up for the build and set when the container runs.
RUN node scripts/build.ts && npm prune --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production PORT=3000
WORKDIR /app
COPY --from=build /app /app
# Next keeps made images and pages in the one, uploaded files are in the other; nothing else can be written to.
RUN mkdir -p .next/cache /data && chown -R node:node .next/cache /data
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
# With an agent of its own, since the common one would ask a proxy that the environment names.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "const { Agent, get } = require('node:http'); get({ agent: new Agent(), port: process.env.PORT, path: '/api/health/live' }, (r) => process.exit(r.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
# The same start as everywhere; with DATABASE_URL and REDIS_URL set it runs no server of its own. It migrates the
# database first, and copies that start together wait for each other.
CMD ["node", "scripts/start.ts"]
