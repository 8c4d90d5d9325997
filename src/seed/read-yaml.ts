import { answerWith } from './beside.ts'
import { readYamlFiles } from './read.ts'

// A thread of a build: reads some of the seed's YAML files. The parser asks the environment at every token whether it shall be
// logged, and Node asks the system each time; an object of its own answers at once, an eighth of all that the thread does.
process.env = { ...process.env }
answerWith(readYamlFiles)
