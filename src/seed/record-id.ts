import { openDatabase } from '../storage/database.ts'
import { recordIdOf } from '../storage/write.ts'
import { answerWith } from './beside.ts'

// A thread of a build: tells the id of the record whose rows are in the file at a path.
answerWith((path: string) => {
  const database = openDatabase(path)
  try {
    return recordIdOf(database)
  } finally {
    database.$client.close()
  }
})
