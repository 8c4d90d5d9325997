import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { ConfigInvalid, expectFolder, misspeltSettings, readConfig, seedFolder, settings } from './config.ts'
import { nearestName } from './domain/names.ts'
import { inProject } from './project.ts'
import { settleV8 } from './v8.ts'

// A command imports what it runs on when it runs: no server waits for the seed's reader, no help for a server.

/** `more` is told where help is asked for on this command alone. */
type Command = { usage: string; does: string; more?: string; run: (args: string[]) => Promise<number> }

/** The command line cannot be read; the message says what is wrong. */
class UsageError extends Error {}

const settingsInWords = Object.entries(settings)
  .map(([name, { default: value, meaning }]) => `  ${name.padEnd(20)} ${meaning} Default: ${value || 'none'}.`)
  .join('\n')

const commands: Record<string, Command> = {
  serve: {
    usage: 'serve',
    does: 'serves the record over HTTP; environment variables configure it',
    more: `\n${settingsInWords}`,
    run: async (args) => {
      expectNoMore(args)
      // The first process of a container is told of no signal to which nobody listens; the server does once it has started.
      if (process.pid === 1)
        for (const signal of ['SIGTERM', 'SIGINT'])
          process.on(signal, () => {
            if (process.listenerCount(signal) === 1) process.exit(0)
          })
      // Each thread that compresses keeps the memory that its largest answer took: two instead of four.
      process.env.UV_THREADPOOL_SIZE ??= '2'
      const { serve } = await import('./server.ts')
      await serve(readConfig(process.env), misspeltSettings(process.env))
      // What is compiled is kept before, because V8 takes nothing that was compiled under other flags.
      flushCompileCache()
      settleV8()
      return 0
    },
  },
  seed: {
    usage: 'seed [--keep]',
    does: 'builds the record from the seed, atomically: a new file, checked, then renamed into place; --keep keeps the old one',
    run: async (args) => {
      const { values, positionals } = parse(args, { keep: { type: 'boolean' } })
      expectNoMore(positionals)
      const [{ buildSnapshot }, { sayHowFar }] = await Promise.all([import('./seed/build.ts'), import('./progress.ts')])
      const config = readConfig(process.env)
      const { record, kept } = config
      const tell = sayHowFar(console.error, () => performance.now())
      const { id, acts, statements } = buildSnapshot(seedFolder(config), record, values.keep ? kept : undefined, tell)
      console.log(`record ${id}: ${acts} acts, ${statements} statements, in ${record}`)
      return 0
    },
  },
  changes: {
    usage: 'changes OLD [NEW] [--markdown]',
    does: 'says what was added, corrected and withdrawn between two records: files, or ids of records kept; NEW is the one served',
    run: async (args) => {
      const { values, positionals } = parse(args, { markdown: { type: 'boolean' } })
      const [old, now, ...more] = positionals
      expectNoMore(more)
      if (old === undefined) throw new UsageError('changes needs an earlier record: a file, or the id of a record kept')
      const [{ changesBetween }, { fileOfRecord }, { closeSnapshot, openSnapshot }, { changeLog }] = await Promise.all([
        import('./storage/changes.ts'),
        import('./storage/kept.ts'),
        import('./storage/snapshot.ts'),
        import('./http/formats/change-log.ts'),
      ])
      const { record, kept } = readConfig(process.env)
      const find = (name: string) => fileOfRecord(kept, name)
      const [before, after] = [openSnapshot(find(old)), openSnapshot(now === undefined ? record : find(now))]
      const found = changesBetween(before.database, after.database)
      console.log(values.markdown ? changeLog(after, before, found) : JSON.stringify(found, null, 2))
      closeSnapshot(before)
      closeSnapshot(after)
      return 0
    },
  },
  check: {
    usage: 'check [--articles DIR]',
    does: 'verifies the seed; given the articles, every quotation to the letter',
    run: async (args) => {
      const { values, positionals } = parse(args, { articles: { type: 'string' } })
      expectNoMore(positionals)
      if (values.articles !== undefined) expectFolder('--articles', values.articles, 'the folder of the articles')
      const [{ readSeed, SeedInvalid }, { compileSeed }] = await Promise.all([
        import('./seed/read.ts'),
        import('./seed/compile.ts'),
      ])
      const seed = readSeed(seedFolder(readConfig(process.env)))
      const rows = compileSeed(seed)
      console.log(`the files agree: ${rows.acts.length} acts, ${rows.statements.length} statements`)
      if (values.articles === undefined) {
        console.log('quotations were not compared: give the articles with --articles DIR\nthe seed is otherwise sound')
        return 0
      }
      const { checkQuotations } = await import('./seed/quotations.ts')
      const { checked, sources, problems } = checkQuotations(seed, values.articles)
      if (problems.length > 0) throw new SeedInvalid(problems)
      console.log(
        `${checked} quotations of ${sources} articles stand where the record says, to the letter\nthe seed is sound`,
      )
      return 0
    },
  },
  import: {
    usage: 'import untc PAGE... [--write] [--as-at DAY]',
    does: "compares status pages of the UN Treaty Collection with the record's lists; --write takes over those of which nothing is refused",
    run: async (args) => {
      const { values, positionals } = parse(args, { write: { type: 'boolean' }, 'as-at': { type: 'string' } })
      const [from, ...pages] = positionals
      if (from !== 'untc' || pages.length === 0) throw new UsageError('import needs the word untc and status pages')
      const [{ importPage, isWritable, openSeed, readPage, writeImport }, { PageUnreadable }, report] =
        await Promise.all([import('./import/untc.ts'), import('./import/page.ts'), import('./import/report.ts')])
      const seed = openSeed(readConfig(process.env).seed)
      const imports = pages.map((file) => {
        const bytes = readFileSync(file)
        try {
          return importPage(seed, readPage(file, bytes, values['as-at'] as string | undefined), bytes)
        } catch (error) {
          if (error instanceof PageUnreadable) error.message = `${file}: ${error.message}`
          throw error
        }
      })
      const treaties = imports.map(({ list }) => list.treaty)
      const twice = treaties.find((treaty, i) => treaties.indexOf(treaty) < i)
      if (values.write && twice !== undefined)
        throw new UsageError(`two of the pages are of ${twice}; each is written by an import of its own`)
      // Where one page cannot be read nothing is written: no list changes without its report.
      for (const found of imports) if (values.write && isWritable(found)) writeImport(seed, found)
      for (const found of imports) console.log(report.reportOf(found, seed.nameOf))
      console.log(`\n${report.tableOfChecks(imports)}`)
      console.log(`\nend notes: ${report.tallyOf(imports.flatMap(({ readings }) => readings))}`)
      if (!values.write) console.log('nothing was written; --write writes')
      return imports.every(isWritable) ? 0 : 1
    },
  },
  get: {
    usage: 'get PATH',
    does: "answers one path of the API, for example: get '/v1/acts?state=ukraine'",
    run: async (args) => {
      const [path, ...more] = args
      expectNoMore(more)
      if (!path?.startsWith('/'))
        throw new UsageError('get needs a path that begins with /, for example /v1/states/ukraine')
      const [{ openRecord }, { buildApp }, { recordsKeptIn }, { closeSnapshot }] = await Promise.all([
        import('./served-record.ts'),
        import('./http/app.ts'),
        import('./storage/kept.ts'),
        import('./storage/snapshot.ts'),
      ])
      const config = readConfig(process.env)
      const snapshot = await openRecord(config, (line) => console.error(line))
      const app = await buildApp({
        snapshot: () => snapshot,
        today: () => Temporal.Now.plainDateISO('UTC').toString(),
        kept: recordsKeptIn(config.kept),
      })
      const answer = await app.inject(path)
      const type = String(answer.headers['content-type'])
      if (/^application\/(problem\+)?json/.test(type)) console.log(JSON.stringify(answer.json(), null, 2))
      else if (/^application\/(vnd\.sqlite3|zip)/.test(type)) {
        // Whoever reads may have enough of it; what goes through the console ends quietly of itself.
        process.stdout.on('error', (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EPIPE') throw error
        })
        process.stdout.write(answer.rawPayload)
      } else console.log(answer.body)
      await app.close()
      closeSnapshot(snapshot)
      return answer.statusCode < 400 ? 0 : 1
    },
  },
  cite: {
    usage: 'cite ARTICLE "words"',
    does: 'prints where words stand in an article, as a statement of seed/sources has it',
    run: async (args) => {
      const [article, words, ...more] = args
      expectNoMore(more)
      if (!article || !words) throw new UsageError('cite needs an article and the words to look for')
      const { locate, normalise, sha256Of } = await import('./seed/quotations.ts')
      const bytes = readFileSync(article)
      const text = bytes.toString('utf8')
      const found = locate(text, words)
      if (found.length === 0) {
        console.error(`${article} does not print ${JSON.stringify(words)}`)
        return 1
      }
      console.log(`# file: { sha256: ${sha256Of(bytes)}, characters: ${[...normalise(text)].length} }`)
      for (const { start, end, words: printed } of found)
        console.log(`    words: ${JSON.stringify(printed)}\n    locator: { start: ${start}, end: ${end} }`)
      if (found.length > 1) console.error(`the words stand in ${found.length} places; choose one, or give more of them`)
      return 0
    },
  },
}

/** Runs one command. Returns the exit code: 0 done, 1 it failed, 2 it was not understood. */
export async function main(argv: string[]): Promise<number> {
  const [name = '--help', ...args] = argv
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(help())
    return 0
  }
  if (name === '--version') {
    console.log(`pacta ${JSON.parse(readFileSync(inProject('package.json'), 'utf8')).version}`)
    return 0
  }
  const command = commands[name]
  try {
    if (!command) {
      const nearest = nearestName(name, Object.keys(commands))
      throw new UsageError(`there is no command "${name}"${nearest ? `; did you mean "${nearest}"?` : ''}`)
    }
    if (args.includes('--help') || args.includes('-h')) {
      console.log([usageOf(command), ...(command.more ? [command.more] : [])].join('\n'))
      return 0
    }
    return await command.run(args)
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${command ? usageOf(command) : help()}`)
      return 2
    }
    if (error instanceof ConfigInvalid || isExpected(error)) {
      console.error((error as Error).message)
      return 1
    }
    const { SeedInvalid } = await import('./seed/read.ts')
    if (error instanceof SeedInvalid) {
      console.error(
        `${error.message}\n\nThe seed has ${error.problems.length} fault${error.problems.length === 1 ? '' : 's'}.`,
      )
      return 1
    }
    const { PageUnreadable } = await import('./import/page.ts')
    const { SnapshotUnusable } = await import('./storage/snapshot.ts')
    const { RecordUnwritable } = await import('./seed/build.ts')
    if (error instanceof PageUnreadable || error instanceof SnapshotUnusable || error instanceof RecordUnwritable) {
      console.error(error.message)
      return 1
    }
    throw error
  }
}

/** Whether an error is of the system, not of the program: a missing file, a port that is taken. */
function isExpected(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

function parse<O extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const { message } = error as Error
    // What Node goes on to say of it is how to name a file that begins with a dash.
    const [, unknown] = /^Unknown option '(.+?)'/.exec(message) ?? []
    if (unknown === undefined) throw new UsageError(message)
    const nearest = nearestName(unknown, Object.keys(options ?? {}))
    throw new UsageError(`there is no option "${unknown}"${nearest ? `; did you mean "--${nearest}"?` : ''}`)
  }
}

function expectNoMore([extra]: string[]): void {
  if (extra === undefined) return
  throw new UsageError(extra.startsWith('-') ? `there is no option "${extra}" here` : `"${extra}" is not expected here`)
}

const usageOf = ({ usage, does }: Command) => `  pacta ${usage}\n      ${does}`

function help(): string {
  const all = Object.values(commands).map(usageOf).join('\n')
  return `Pacta: who is bound by which treaty, on which day, and how do we know?\n\n${all}\n\n  pacta COMMAND --help\n  pacta --version`
}
