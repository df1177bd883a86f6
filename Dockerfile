# Any Debian image with Node 24 and npm serves as base.
ARG BASE=docker.io/library/node:24-bookworm-slim

FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
# the bundled Node is for machines without one; here the base image brings it. Optional packages stay: the bundler is one of them
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY build ./build
COPY src ./src
RUN node build/main.ts

FROM ${BASE} AS production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM ${BASE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/var/lib/huashu
# glibc keeps memory apart for each thread and gives little of it back: one place for all takes a tenth less
ENV MALLOC_ARENA_MAX=1
WORKDIR /app
RUN useradd --uid 10001 --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin huashu \
  && install -d -o huashu -g huashu /var/lib/huashu
COPY --from=production /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY data ./data
COPY src ./src
COPY --from=build /app/dist ./dist
USER huashu
VOLUME /var/lib/huashu
EXPOSE 8080
# the start period covers the first start, which learns the intents
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s \
  CMD ["node", "-e", "require(process.env.TLS_CERT ? 'https' : 'http').get({ host: '127.0.0.1', port: process.env.PORT, path: '/healthz', rejectUnauthorized: false }, (r) => process.exit(r.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
CMD ["node", "src/server/main.ts"]
