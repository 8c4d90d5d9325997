import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { answerBrokenRequest } from '../../src/http/broken-requests.ts'

test('what is no HTTP, sent while an answer goes out, ends the connection and is not written into that answer', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': 20 })
    response.write('0123456789')
  })
  server.on('clientError', answerBrokenRequest)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const text = await new Promise<string>((resolve) => {
    let all = ''
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n'))
    socket.setEncoding('latin1')
    socket.on('data', (part) => {
      if (all === '') socket.write('no HTTP at all\r\n\r\n')
      all += part
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(all))
  })
  server.close()
  expect(text).toMatch(/^HTTP\/1\.1 200 /)
  expect(text.endsWith('0123456789')).toBe(true)
})

test.each(['FOO', 'get'])('of the method %s it is said that HTTP has none such', async (method) => {
  const server = createServer()
  server.on('clientError', answerBrokenRequest)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1', () => socket.write(`${method} /v1/states HTTP/1.1\r\nhost: a\r\n\r\n`))
  const text = (await socket.setEncoding('latin1').toArray()).join('')
  server.close()
  expect(text).toMatch(/^HTTP\/1\.1 400 /)
  expect(text).toContain('The method is none that HTTP has, such as GET, or is not in capitals.')
})

test('a client that holds on to its connection, and sends on, is told that it took too long, and cut', async () => {
  const server = createServer({ headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 50 })
  server.on('clientError', answerBrokenRequest)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write('GET / HTTP/1.1\r\n'))
  const drip = setInterval(() => socket.write('x: y\r\n'), 50)
  let text = ''
  socket.on('data', (part) => {
    text += part
  })
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(drip)
  server.close()
  expect(text).toMatch(/^HTTP\/1\.1 408 .*"instance":""\}$/s)
})

test('all that follows a broken request is read, so that its answer is not lost', async () => {
  const server = createServer()
  server.on('clientError', answerBrokenRequest)
  const read = new Promise<number>((resolve) =>
    server.on('connection', (socket) => socket.once('close', () => resolve(socket.bytesRead))),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sent = `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(200_000)}`
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.end(sent))
  const text = (await socket.setEncoding('latin1').toArray()).join('')
  server.close()
  expect(text).toMatch(/^HTTP\/1\.1 431 /)
  expect(await read).toBe(sent.length)
})
