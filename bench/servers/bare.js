// Node alone: answers whatever it is asked with the same bytes, in as many processes as it is told. Plain JavaScript, so that
// nothing but Node is loaded, not even what strips types.
import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [file, status, headers, workers = '1'] = process.argv.slice(2)
if (cluster.isPrimary && Number(workers) > 1) {
  for (let worker = 0; worker < Number(workers); worker++) cluster.fork()
  let listening = 0
  cluster.on('listening', (_, { port }) => {
    listening += 1
    if (listening === Number(workers)) console.log(`http://127.0.0.1:${port}`)
  })
  process.on('SIGTERM', () => process.exit())
} else {
  const body = readFileSync(file)
  const [code, named] = [Number(status), JSON.parse(headers)]
  const server = createServer((request, response) => {
    if (request.url === '/ready') response.end()
    else if (code === 304) response.writeHead(code, named).end()
    else response.writeHead(code, named).end(body)
  })
  server.listen(0, '127.0.0.1', () => {
    if (cluster.isPrimary) console.log(`http://127.0.0.1:${server.address().port}`)
  })
}
