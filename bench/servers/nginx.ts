import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '../answer.ts'
import { temporary } from '../temporary.ts'
import { freePort, type Running, start } from './running.ts'

const program = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find((path) => existsSync(path))

/** Whether there is an nginx on this machine. */
export const hasNginx = program !== undefined

let count = 0

/**
 * Starts nginx with one worker, which serves the same bytes as a file: of gzip as the file that lies ready beside it, of
 * Brotli, which it cannot choose by itself, as a file that is named so. It logs into a file, or not at all.
 */
export async function startNginx({ type, coding, body }: Answer, logs: boolean, cores: number[]): Promise<Running> {
  const folder = join(temporary(), `nginx-${count++}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'ready'), 'ready')
  if (coding === 'gzip') {
    writeFileSync(join(folder, 'answer.gz'), body)
    // What it is compressed from is asked for only by whoever takes no gzip; it has to be there.
    writeFileSync(join(folder, 'answer'), '')
  } else writeFileSync(join(folder, 'answer'), body)
  const port = await freePort()
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`)
  const configuration = join(folder, 'nginx.conf')
  writeFileSync(
    configuration,
    `daemon off;
${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
worker_processes 1;
pid ${folder}/pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  ${own.join('\n  ')}
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  types { }
  default_type "${type || 'application/json'}";
  access_log ${logs ? `${folder}/access.log` : 'off'};
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    location / {
      ${coding === 'gzip' ? 'gzip_static on;' : ''}
      ${coding === 'br' ? 'add_header Content-Encoding br;' : ''}
    }
  }
}
`,
  )
  return start({
    name: logs ? 'nginx, a file' : 'nginx, a file, no log',
    command: [program ?? 'nginx', '-c', configuration, '-p', folder, '-e', 'stderr'],
    cores,
    address: `http://127.0.0.1:${port}`,
    ready: '/ready',
  })
}
