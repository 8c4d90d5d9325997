import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectProblem, get, send } from './exchange.ts'

describe('a parameter that is misspelt or unknown is a 400, never silence', () => {
  test('stat is told to be state', async () => {
    const problem = expectProblem(await send('/v1/acts?stat=UKR'), 400, {
      parameter: 'stat',
      value: 'UKR',
      nearest: 'state',
      allowed: expect.arrayContaining(['state', 'treaty', 'knownOn', 'limit']),
    })
    expect(problem.detail).toContain('Did you mean "state"?')
  })

  test('several are named at once', async () => {
    const answer = await send('/v1/acts?stat=UKR&treety=mine-ban')
    expectProblem(answer, 400, { parameter: 'stat', nearest: 'state' }, { parameter: 'treety', nearest: 'treaty' })
  })

  test.each([
    '/v1',
    '/v1/states',
    '/v1/states/UKR',
    '/v1/treaties/mine-ban/clauses',
    '/v1/search?q=mine',
    '/healthz',
    '/openapi.json',
  ])('%s takes no parameter called colour', async (path) => {
    const answer = await send(`${path}${path.includes('?') ? '&' : '?'}colour=blue`)
    expectProblem(answer, 400, { parameter: 'colour', value: 'blue', allowed: expect.any(Array) })
  })

  test.each(['__proto__', 'constructor', 'toString'])(
    '%s is a parameter like any other that is unknown',
    async (name) => {
      expectProblem(await send(`/v1/acts?${name}=x`), 400, { parameter: name })
    },
  )
})

describe('a value that is not allowed is a 400 that names it, what is allowed, and the nearest', () => {
  test.each([
    ['/v1/acts?from=2025-02-30', { parameter: 'from', value: '2025-02-30', nearest: '2025-02-28' }],
    ['/v1/acts?to=2025-06-31', { parameter: 'to', nearest: '2025-06-30' }],
    ['/v1/acts?from=2025', { parameter: 'from', allowed: ['YYYY-MM-DD', 'today'] }],
    ['/v1/acts?knownOn=TODAY', { parameter: 'knownOn', nearest: 'today' }],
    ['/v1/acts?from=2025-6-1', { parameter: 'from', nearest: '2025-06-01' }],
    ['/v1/acts?from=20250601', { parameter: 'from', nearest: '2025-06-01' }],
    ['/v1/acts?from=2025/02/29', { parameter: 'from', allowed: ['YYYY-MM-DD', 'today'] }],
    ['/v1/acts?knownOn=tomorrow', { parameter: 'knownOn', value: 'tomorrow' }],
    ['/v1/acts?knownOn=', { parameter: 'knownOn', value: '' }],
    ['/v1/acts?kind=ratificatoin', { parameter: 'kind', nearest: 'ratification' }],
    ['/v1/acts?kind=decree', { parameter: 'kind', nearest: 'head_of_state_decree' }],
    ['/v1/acts?plane=internal', { parameter: 'plane', allowed: ['international', 'domestic', 'political'] }],
    ['/v1/acts?dateMatch=maybe', { parameter: 'dateMatch', allowed: ['certain', 'possible'] }],
    ['/v1/acts?state=Ukrane', { parameter: 'state', value: 'Ukrane', nearest: 'Ukraine' }],
    ['/v1/acts?treaty=otawa-convention', { parameter: 'treaty', nearest: 'Ottawa Convention' }],
    ['/v1/acts?actor=volodymyr-zelenskiy', { parameter: 'actor', nearest: 'volodymyr-zelenskyy' }],
    ['/v1/statements?act=ukr-withdrawal-decre', { parameter: 'act', nearest: 'ukr-withdrawal-decree' }],
    ['/v1/statements?source=reuters-ukraine-decre', { parameter: 'source', nearest: 'reuters-ukraine-decree' }],
    [
      '/v1/acts?accordingTo=ALL',
      { parameter: 'accordingTo', nearest: 'all', allowed: expect.arrayContaining(['all']) },
    ],
    ['/v1/acts?accordingTo=reuters', { parameter: 'accordingTo', nearest: 'reuters-ukraine-decree' }],
    [
      '/v1/acts?accordingTo=article,reuters-ukrain-decree',
      { parameter: 'accordingTo', value: 'reuters-ukrain-decree' },
    ],
    ['/v1/acts?accordingTo=', { parameter: 'accordingTo', value: '' }],
    ['/v1/acts?limit=0', { parameter: 'limit', message: expect.stringContaining('less than 1'), nearest: '1' }],
    ['/v1/acts?limit=201', { parameter: 'limit', message: expect.stringContaining('more than 200'), nearest: '200' }],
    ['/v1/acts?limit=ten', { parameter: 'limit', message: '"ten" is not a whole number' }],
    ['/v1/acts?limit=1.5', { parameter: 'limit', value: '1.5' }],
    ['/v1/acts?limit=0x10', { parameter: 'limit', value: '0x10', allowed: ['1 to 200'], nearest: '16' }],
    ['/v1/acts?limit=5e0', { parameter: 'limit', value: '5e0', message: '"5e0" is not a whole number', nearest: '5' }],
    ['/v1/acts?limit=%2B5', { parameter: 'limit', value: '+5', nearest: '5' }],
    ['/v1/acts?limit=%205%20', { parameter: 'limit', value: ' 5 ', nearest: '5' }],
    ['/v1/acts?limit=%20', { parameter: 'limit', value: ' ', allowed: ['1 to 200'] }],
    ['/v1/acts?limit=-1', { parameter: 'limit', message: expect.stringContaining('less than 1'), nearest: '1' }],
    ['/v1/acts?limit=1e400', { parameter: 'limit', value: '1e400', nearest: '200' }],
    ['/v1/acts?limit=9007199254740993', { parameter: 'limit', value: '9007199254740993', nearest: '200' }],
    ['/v1/acts?limit=5&limit=6', { parameter: 'limit', message: expect.stringContaining('one value is allowed') }],
    ['/v1/acts?minIndependentSources=0x1', { parameter: 'minIndependentSources', allowed: ['1 to 100'] }],
    ['/v1/treaties/mine-ban/overview?acts=51', { parameter: 'acts', allowed: ['0 to 50'], nearest: '50' }],
    ['/v1/acts?limit=', { parameter: 'limit', value: '' }],
    ['/v1/acts?record=latest', { parameter: 'record', message: expect.stringContaining('16 hexadecimal digits') }],
    ['/v1/search', { parameter: 'q', message: '"q" is missing' }],
    ['/v1/search?q=', { parameter: 'q' }],
    ['/v1/search?q="', { parameter: 'q', message: expect.stringContaining('no word') }],
    ['/v1/statements?q=%F0%9F%87%BA%F0%9F%87%A6', { parameter: 'q', message: expect.stringContaining('no word') }],
    ['/v1/search?q=mine&kind=act', { parameter: 'kind', allowed: expect.arrayContaining(['state', 'statement']) }],
  ])('%s', async (url, error) => {
    expectProblem(await send(url), 400, error)
  })

  test.each([
    ['/v1/acts?state=UKR,POL', 'state', '"UKR,POL" is several; one state is allowed here'],
    ['/v1/acts?state=Ukraine, Polnd', 'state', '"Ukraine, Polnd" is several; one state is allowed here'],
    ['/v1/acts?treaty=mine-ban,XXVI-6', 'treaty', '"mine-ban,XXVI-6" is several; one treaty is allowed here'],
    ['/v1/statements?speaker=roman-kostenko,reuters-newsroom', 'speaker', expect.stringContaining('one speaker')],
    ['/v1/acts?plane=domestic,political', 'plane', '"domestic,political" is several; one value is allowed here'],
    ['/v1/acts?aim=consent, withdrwal', 'aim', '"consent, withdrwal" is several; one value is allowed here'],
    ['/v1/states?format=csv,json', 'format', '"csv,json" is several; one value is allowed here'],
  ])('%s names several where one is allowed', async (url, parameter, message) => {
    const problem = expectProblem(await send(url), 400, { parameter, message })
    expect(problem.errors[0]).not.toHaveProperty('nearest')
  })

  test('a name with a comma is one name', async () => {
    expect((await send('/v1/acts?state=Congo, The Democratic Republic of the')).statusCode).toBe(200)
    const wrong = 'Congo, Democratic Republic of the'
    expectProblem(await send(`/v1/acts?state=${wrong}`), 400, {
      parameter: 'state',
      message: `the record holds no state "${wrong}"`,
      nearest: 'Congo, The Democratic Republic of the',
    })
  })

  test('a state that is like none has nothing suggested, and it says where all are', async () => {
    for (const url of ['/v1/acts?state=XXX', '/v1/compare?states=all']) {
      const problem = expectProblem(await send(url), 400)
      expect(problem.errors[0]).not.toHaveProperty('nearest')
      expect(problem.detail).toContain('All are at /v1/states.')
    }
  })

  test('a parameter that stands twice is not guessed at', async () => {
    const error = { parameter: 'state', value: '["UKR","FIN"]', message: expect.stringContaining('one value') }
    expectProblem(await send('/v1/acts?state=UKR&state=FIN'), 400, error)
  })

  test('a kind that stands twice is one mistake', async () => {
    const message = '["ratification","signature"] is a list; one value is allowed'
    expectProblem(await send('/v1/acts?kind=ratification&kind=signature'), 400, { parameter: 'kind', message })
  })

  test('several of which none is a kind are no kind', async () => {
    const message = '"a,b" is not one of the allowed values'
    const allowed = expect.arrayContaining(['ratification'])
    expectProblem(await send('/v1/acts?kind=a,b'), 400, { parameter: 'kind', message, allowed })
  })

  test('an empty value is no state, and nothing is suggested for it', async () => {
    const problem = expectProblem(await send('/v1/acts?state='), 400, { parameter: 'state', value: '' })
    expect(problem.errors[0]).not.toHaveProperty('nearest')
  })

  test('a window that ends before it begins says where it begins', async () => {
    const error = { parameter: 'to', value: '2025-06-01', message: expect.stringContaining('2025-07-01') }
    expectProblem(await send('/v1/acts?from=2025-07-01&to=2025-06-01'), 400, error)
  })
})

describe('what is not there is a 404', () => {
  test.each([
    ['/v1/states/Ukrane', { parameter: 'state', value: 'Ukrane', nearest: 'Ukraine' }],
    ['/v1/treaties/otawa-convention', { parameter: 'treaty', nearest: 'Ottawa Convention' }],
    ['/v1/treaties/otawa-convention/clauses', { parameter: 'treaty', nearest: 'Ottawa Convention' }],
    ['/v1/acts/ukr-withdrawal-decre', { parameter: 'act', nearest: 'ukr-withdrawal-decree' }],
    ['/v1/statements/reuters-newsroom-war-ages', { parameter: 'statement', nearest: 'reuters-newsroom-war-age' }],
    ['/v1/speakers/roman-kostenka', { parameter: 'speaker', nearest: 'roman-kostenko' }],
    ['/v1/sources/reuters', { parameter: 'source', nearest: 'reuters-ukraine-decree' }],
    ['/v1/conflicts/ukr-withdrawal-decree', { parameter: 'conflict', nearest: 'ukr-withdrawal-decree-date' }],
  ])('%s suggests the nearest', async (url, error) => {
    expectProblem(await send(url), 404, error)
  })

  test.each(['/v1/states/%F0%9F%87%BA%F0%9F%87%A6', '/v1/states/zz', '/v1/states/%00', '/v1/acts/qqqqqqqqqqqqqqqq'])(
    '%s is like nothing that there is, so nothing is suggested',
    async (url) => {
      const problem = expectProblem(await send(url), 404)
      expect(problem.errors[0]).not.toHaveProperty('nearest')
    },
  )

  test.each([
    ['/v1/states/Korea', 404, '"Korea, Democratic People\'s Republic of" or "Korea, Republic of"'],
    ['/v1/states/Nigera', 404, '"Niger" or "Nigeria"'],
    [
      '/v1/acts?state=United',
      400,
      '"United Arab Emirates", "United Kingdom", "United Republic of Tanzania" or "United States"',
    ],
  ])('%s names each state that may be meant', async (url, status, names) => {
    const problem = expectProblem(await send(url), status)
    expect(problem.detail).toContain(`Did you mean ${names}?`)
    expect(problem.errors[0].near.map((name: string) => `"${name}"`).join(', ')).toBe(names.replace(' or ', ', '))
    expect(problem.errors[0]).not.toHaveProperty('nearest')
  })

  test.each([
    ['/v1/acts/mine-ban-rus-signature', undefined],
    ['/v1/acts/mine-ban-ukr-signatur', 'mine-ban-ukr-signature'],
    ['/v1/acts/mine-bam-ukr-signature', 'mine-ban-ukr-signature'],
    ['/v1/acts/mine-bam-rus-signature', undefined],
    ['/v1/acts/mine-ban-ger-ratification', undefined],
    ['/v1/acts/mine-ban-uk-ratification', undefined],
    ['/v1/acts/mine-ban-zzz-accession', undefined],
    ['/v1/statements/untc-mine-ban-rus-signature', undefined],
    ['/v1/statements/untc-mine-ban-ukr-signatur', 'untc-mine-ban-ukr-signature'],
  ])('for %s only an id of the same state and treaty is suggested: %s', async (url, nearest) => {
    expect(expectProblem(await send(url), 404).errors[0].nearest).toBe(nearest)
  })

  test.each([
    ['/v1/states/XXX', '/v1/states'],
    ['/v1/treaties/qqqqqqqqqqqq', '/v1/treaties'],
    ['/v1/acts/qqqqqqqqqqqqqqqq', '/v1/acts'],
    ['/v1/tables/qqqqqqqqqqqqqqqq.csv', '/v1/datapackage.json'],
  ])('%s says that all are at %s', async (url, all) => {
    expect(expectProblem(await send(url), 404).detail).toContain(`All are at ${all}.`)
  })

  test.each([
    ['/v1/acts/', '/v1/acts'],
    ['/v1/acts/?limit=1', '/v1/acts'],
    ['/v1/', '/v1'],
    ['/v1/treaties/mine-ban/', '/v1/treaties/mine-ban'],
    ['/v1/treaties/mine-ban/members//', '/v1/treaties/mine-ban/members'],
    ['/v1/search/?q=mine', '/v1/search'],
    ['/openapi.json/', '/openapi.json'],
    ['/v1/tables/acts.csv/', '/v1/tables/acts.csv'],
    ['/v1/treaties/mine-ban/members/UKR/withdrawal.svg/', '/v1/treaties/mine-ban/members/UKR/withdrawal.svg'],
  ])('%s has a slash too many, and %s is suggested', async (url, without) => {
    expect(expectProblem(await send(url), 404).detail).toContain(`Did you mean "${without}"?`)
  })

  test.each(['/nothing/', '/v1/nothing/', '//', '/openapiXjson/', '/v1/record-sqlite/', '/v1/tables/actsXcsv/'])(
    'of %s nothing is suggested',
    async (url) => {
      const { detail } = expectProblem(await send(url), 404)
      expect(detail).toContain('see /v1 and /docs')
      expect(detail).not.toContain('Did you mean')
    },
  )

  test.each([
    ['/v1/treatis', '/v1/treaties'],
    ['/v1/stats/UKR?asOf=2025-01-01', '/v1/states/UKR'],
    ['/v1/treatis/mine-ban/memebrs/UKR', '/v1/treaties/mine-ban/members/UKR'],
    ['/doc', '/docs'],
    ['/v1/tables/acts', '/v1/tables/acts.csv'],
    ['/v1/tables/acts.json', '/v1/tables/acts.csv'],
    ['/v1/tables/acts.CSV', '/v1/tables/acts.csv'],
    ['/v1/tabels/acts.csv', '/v1/tables/acts.csv'],
    ['/v1/tables', '/v1/datapackage.json'],
    ['/v1/tables/', '/v1/datapackage.json'],
    ['/v1/acts.csv', '/v1/acts?format=csv'],
    ['/v1/act.NDJSON', '/v1/acts?format=ndjson'],
    ['/v1/treaties/mine-ban/members.csv', '/v1/treaties/mine-ban/members?format=csv'],
    ['/v1/treaties/mine-ban/members.sv', '/v1/treaties/mine-ban/members.svg'],
  ])('%s is told to be %s', async (url, meant) => {
    expect(expectProblem(await send(url), 404).detail).toContain(`Did you mean "${meant}"?`)
  })

  test.each(['/v1/nothing', '/favicon.ico', '/docs/static/a', '/v1/acts/a/b/c', '//', '/v1//states'])(
    'for %s no path is suggested',
    async (url) => {
      expect((await send(url)).body).not.toContain('Did you mean')
    },
  )

  test.each(['/nothing', '/v2/acts', '/v1/nothing', '/V1/acts', '//v1/acts', '/v1/acts/a/b'])(
    'there is nothing at %s, and the problem says where to look',
    async (url) => {
      expect(expectProblem(await send(url), 404).detail).toContain('/docs')
    },
  )
})

describe('whatever is sent, the answer is a problem or what was asked for', () => {
  test('a path that is not percent-encoded is a 400', async () => {
    expectProblem(await send('/v1/states/%zz'), 400)
  })

  test.each(['/v1/search?q=%zz', '/v1/search?limit=1&q=%E2%82', '/v1/search?q=a%', '/healthz?q=%FF'])(
    'a query that is not percent-encoded is a 400 that names the parameter: %s',
    async (url) => {
      const message = expect.stringMatching(/^"q=.+" is not percent-encoded UTF-8/)
      expectProblem(await send(url), 400, { parameter: 'q', value: url.split('q=')[1] ?? '', message })
    },
  )

  test('the front page, which reads no query, passes over one that is not percent-encoded too', async () => {
    expect((await send('/?q=%FF')).statusCode).toBe(200)
  })

  test('a percent sign is allowed where it stands for itself', async () => {
    expect((await send('/v1/search?q=mine%25')).statusCode).toBe(200)
  })

  test('there is nothing at a path of which there is nothing, whatever its query is', async () => {
    expectProblem(await send('/nothing?q=%zz'), 404)
  })

  test('a name longer than any is a 400', async () => {
    expectProblem(await send(`/v1/states/${'a'.repeat(300)}`), 400, { parameter: 'state' })
  })

  test('a path that is too long to be read is a 400', async () => {
    expectProblem(await send(`/v1/states/${'a'.repeat(2000)}`), 400)
  })

  test('no name of a state is a 5xx', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(anyText, async (name) => {
        const answer = await send(`/v1/states/${encodeURIComponent(name.toWellFormed())}`)
        expect([200, 400, 404]).toContain(answer.statusCode)
        if (answer.statusCode !== 200) expectProblem(answer, answer.statusCode)
      }),
      { numRuns: 100 },
    )
  })

  test('no search is a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (q) => {
        const answer = await send(`/v1/search?q=${encodeURIComponent(q.toWellFormed())}`)
        if (answer.statusCode !== 200) expectProblem(answer, 400)
      }),
      { numRuns: 100 },
    )
  })
})

test('a name in a path may be percent-encoded', async () => {
  expect((await get('/v1/states/C%C3%B4te%20d%27Ivoire')).data.id).toBe('CIV')
})
