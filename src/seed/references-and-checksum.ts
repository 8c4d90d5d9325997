import { closeSync, openSync } from 'node:fs'
import { openDatabase } from '../storage/database.ts'
import { checksumOf } from '../storage/seal.ts'
import { orphanIn } from '../storage/snapshot.ts'
import { answerWith } from './beside.ts'

export type ReferencesAndChecksum = { orphan: string | undefined; checksum: number }

// A thread of a build: tells of the finished record at a path which reference leads nowhere, and the checksum of its file.
answerWith((path: string): ReferencesAndChecksum => {
  const database = openDatabase(path)
  const file = openSync(path, 'r')
  try {
    return { orphan: orphanIn(database), checksum: checksumOf(file) }
  } finally {
    closeSync(file)
    database.$client.close()
  }
})
