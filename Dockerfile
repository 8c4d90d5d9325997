# Built with `docker build -t pacta .`, run with `docker run -p 8080:8080 pacta`.

FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No production dependency needs an install script: better-sqlite3 brings its binaries inside its package.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY src src
COPY migrations migrations
COPY seed seed
RUN RECORD=/app/record.sqlite node src/pacta.js seed

# What runs: the code, its production dependencies and the finished record. The seed stays behind, so that the server
# takes the record as it finds it and never writes; a newer record can be mounted in its place.
FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 RECORD=/app/record.sqlite
COPY package.json LICENSE LICENSE-RECORD.md ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/src src
COPY --from=build /app/record.sqlite record.sqlite
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/pacta.js", "serve"]
