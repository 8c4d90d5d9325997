import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

// The other thread of `checkWhole`: reads the file that it is given from end to end, and says what SQLite says of it.
const client = new Sqlite(workerData as string, { readonly: true, fileMustExist: true })
// Each page is read once: kept, they would be 16 MB, which the thread leaves to the process when it ends.
client.pragma('cache_size = -500')
parentPort?.postMessage(client.pragma('quick_check(1)', { simple: true }))
client.close()
