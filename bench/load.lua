-- What wrk asks, and what it tells of it. PATHS names a file of one path per line, with the codings to accept after a tab;
-- each thread asks its share of the lines in order. Without it one request is asked again and again.
local threads = {}

local ffi = require('ffi')
ffi.cdef('typedef struct { long seconds; long microseconds; } moment; int gettimeofday(moment *, void *);')
local moment = ffi.new('moment')

local function now()
  ffi.C.gettimeofday(moment, nil)
  return tonumber(moment.seconds) + tonumber(moment.microseconds) / 1e6
end

function setup(thread)
  thread:set('number', #threads)
  table.insert(threads, thread)
end

if os.getenv('PATHS') then
  lines, asked = 0, 0
  local requests = {}

  function init()
    local of, read = tonumber(os.getenv('THREADS')), 0
    for line in io.lines(os.getenv('PATHS')) do
      if read % of == number then
        local path, coding = line:match('^([^\t]+)\t?(.*)$')
        local headers = {}
        for name, value in pairs(wrk.headers) do headers[name] = value end
        if coding ~= '' then headers['Accept-Encoding'] = coding end
        table.insert(requests, wrk.format('GET', path, headers))
      end
      read = read + 1
    end
    lines = #requests
  end

  function request()
    began = began or now()
    asked = asked + 1
    return requests[(asked - 1) % lines + 1]
  end
end

if os.getenv('STATUSES') then
  s200, s4xx, s429, s503, s5xx, other = 0, 0, 0, 0, 0, 0

  function response(status)
    if status == 200 then s200 = s200 + 1
    elseif status == 429 then s429 = s429 + 1
    elseif status == 503 then s503 = s503 + 1
    elseif status >= 500 then s5xx = s5xx + 1
    elseif status >= 400 then s4xx = s4xx + 1
    else other = other + 1 end
  end
end

local function sum(name)
  local total = 0
  for _, thread in ipairs(threads) do total = total + (thread:get(name) or 0) end
  return total
end

function done(summary, latency)
  local errors, again = summary.errors, false
  -- wrk counts from when its last thread began; the first has asked already while the others still read their lines.
  local finished, seconds = now(), summary.duration / 1e6
  for _, thread in ipairs(threads) do
    if thread:get('began') then seconds = math.max(seconds, finished - thread:get('began')) end
    if thread:get('lines') and thread:get('asked') > thread:get('lines') then again = true end
  end
  io.write(string.format(
    '\nRESULT {"requests":%d,"seconds":%f,"bytes":%d,"refused":%d,"broken":%d,"p50":%f,"p99":%f,"again":%s,' ..
    '"statuses":{"200":%d,"4xx":%d,"429":%d,"503":%d,"5xx":%d,"other":%d}}\n',
    summary.requests, seconds, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, tostring(again),
    sum('s200'), sum('s4xx'), sum('s429'), sum('s503'), sum('s5xx'), sum('other')))
end
