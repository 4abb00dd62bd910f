import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { width } from '../output/width.js'
import { cliWordsOf } from '../output/words/index.js'
import { messages } from '../output/words/messages.js'
import { say } from '../output/words/say.js'
import { runCommand } from './helpers/command.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const han = /\p{Script=Han}/u
/** Two words of English beside each other; what a person types (commands, options, names of files) is set aside first. */
const english = (text: string): string[] =>
  text
    .replace(/taizhang [a-z]+( and taizhang [a-z]+)?( --?[a-z]\S*)*/g, '')
    .replace(
      /--[a-z-]+( [a-z]\S*)?|queue status|npm run ci|npm ci|node scripts\/\S+|SQLite|Ctrl[-+]C|(?:LINK|KEY|PATH|FILE)\S*/g,
      '',
    )
    .match(/\b[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}\b/g) ?? []

/** Every sentence of a catalogue by its path, those with figures and names in them by what they give for these. */
const given = [311, 322, 333, 344, 355]
function sentences(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[path, node]])
  if (typeof node === 'function') {
    const noun = { count: [311, 'item'], shownOf: [311, 322, 'item'] }[path]
    return new Map([[path, String(node(...(noun ?? given.map((n, i) => (i < node.length ? n : '')).slice(0, node.length))))]])
  }
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(node ?? {}))
    for (const [at, text] of sentences(value, path === '' ? key : `${path}.${key}`)) found.set(at, text)
  return found
}

describe('the catalogue of what commands print', () => {
  // These take codes, which are said in words in one language and stand as they are in the other.
  const { measure: _m, value: _v, evidence: _e, ...zhWords } = cliWordsOf('zh')
  const { measure: _n, value: _w, evidence: _f, ...enWords } = cliWordsOf('en')
  const [zh, en] = [sentences(zhWords), sentences(enWords)]
  const marks = ['colon', 'comma', 'semicolon', 'quoted', 'bracketed', 'times', 'ofTotal']

  test('has the same sentences in both languages, none empty', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
    for (const words of [zh, en]) for (const [key, text] of words) expect(text.trim(), key).not.toBe('')
  })

  test('fills the same figures and names into both', () => {
    const filled = (text: string | undefined) => [...new Set(text?.match(/3(?:11|22|33|44|55)/g))].sort()
    for (const [key, text] of en) expect(filled(zh.get(key)), key).toEqual(filled(text))
  })

  test('is Chinese in Chinese, without a sentence of English', () => {
    for (const [key, text] of zh) {
      if (!marks.includes(key)) expect(text, key).toMatch(han)
      expect(english(text), key).toEqual([])
    }
  })

  test('says codes in words in Chinese, and as they are in English', () => {
    const words = cliWordsOf('zh')
    expect(['items', 'status:completed', 'deadline:2024', 'deadline:ongoing'].map(words.measure)).toEqual([
      '问题数',
      '完成整改',
      '期限在2024年',
      '长期坚持',
    ])
    expect([words.value('status', 'completed'), words.value('problem', 'completed'), words.value('due', null)]).toEqual([
      '完成整改',
      'completed',
      '无',
    ])
    expect([cliWordsOf('en').value('status', 'completed'), cliWordsOf('en').measure('items')]).toEqual(['completed', 'items'])
    expect(words.evidence('letters')).toBe('文字相同')
  })
})

const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()

describe('the table of errors', () => {
  test.each(Object.entries(messages))('%s', (en, zh) => {
    expect(holes(zh)).toEqual(holes(en))
    expect(zh).toMatch(han)
    expect(english(zh)).toEqual([])
    expect(en).not.toMatch(han)
  })

  test('what is filled in is said as it is, and what is no sentence of the table stays', () => {
    expect(say('reports/甲.txt cannot be read', 'zh')).toBe('reports/甲.txt无法读取')
    expect(say('option --jobs: expected a number of files, 1 at least', 'zh')).toBe('选项--jobs：应为文件数，至少1')
    expect(say('option --region: a.db holds no region 甲; did you mean 乙, 丙?', 'zh')).toBe(
      '选项--region：a.db中没有地区甲；是否指乙、丙？',
    )
    expect(say('/a/b.db: cannot open the database (permission denied).', 'zh')).toBe('/a/b.db：无法打开数据库（没有权限）。')
    expect(say('one\ntwo three', 'zh')).toBe('one\ntwo three')
  })

  test('English stays as it is', () => {
    fc.assert(fc.property(fc.string(), (text) => say(text, 'en') === text))
    for (const en of Object.keys(messages)) expect(say(en, 'en')).toBe(en)
  })

  test('names of any form stand in the sentence', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => !/[\r\n]/.test(name)),
        (name) => {
          expect(say(`${name} cannot be written`, 'zh')).toBe(`${name}无法写入`)
        },
      ),
    )
  })

  test('has every error that the commands, the ledger and the sources throw', async () => {
    const made = [...(await thrown('output')), ...(await thrown('pipeline'))]
    // Made of parts, and looked at below as the commands print them; or told by what their code means, for they end in the words of others.
    const known = /^§*$|^§ has no|too large§|robots\.txt|is at §, an address/
    expect(made.length).toBeGreaterThan(80)
    expect(made.filter(({ text }) => !known.test(text) && !han.test(say(text, 'zh')))).toEqual([])
  })

  test('has every fault of a ledger that check tells, and whole sentences of them', async () => {
    const text = async (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8')
    const literals = (source: string) =>
      [...source.matchAll(/'([^'\n]*)'|`([^`\n]*)`/g)].map(([, one, other]) => one ?? other ?? '')
    const faults = literals(await text('output/store/faults.ts')).filter((one) =>
      /^(?:\$\{\w+\} (?:items|rows|reports)|the record) /.test(one),
    )
    const source = await text('pipeline/check-record.ts')
    const told = literals(source).filter((one) => /(?:taken out|there|behind it|above them|read again)$/.test(one))
    const names = [...source.matchAll(/(?:grounded|list|#part)\('([^']+)'/g)].map(([, name = '']) => name)
    const ends = [
      'did not stand at its place in the text',
      'did not stand in the text',
      'lay outside its place or over another',
    ]
    const sentences = [
      ...[...faults, ...told.filter((one) => !one.includes('$'))].map((one) => one.replaceAll(/\$\{[^}]*\}/g, '3')),
      ...names.flatMap((name) => ends.map((end) => `${name} ${end} and was taken out`)),
      'the goal lay outside its place or over another part and was taken out',
    ]
    expect([faults.length, names.length, sentences.length].map((n, i) => n >= ([6, 12, 45][i] ?? 0))).toEqual([
      true,
      true,
      true,
    ])
    expect(sentences.filter((one) => english(say(`0123456789ab (a.txt): ${one}`, 'zh')).length > 0)).toEqual([])
    expect(say('0123456789ab (甲/a.txt): a quantity lay outside its place or over another and was taken out', 'zh')).toBe(
      '0123456789ab（甲/a.txt）的记录：数量超出所在范围或与另一处重叠，已剔除',
    )
  })

  test('has what options expect', async () => {
    const found = (await sources('output/cli')).flatMap(([name, source]) =>
      [...source.matchAll(/'((?:expected|it is needed|it needs|it is later) [^']*)'/g)].map(([, text = '']) => ({
        name,
        text,
      })),
    )
    expect(found.length).toBeGreaterThan(30)
    expect(found.filter(({ text }) => english(say(text, 'zh')).length > 0 || !han.test(say(text, 'zh')))).toEqual([])
  })

  test('no command prints a sentence that is in no catalogue', async () => {
    const found = (await sources('output/cli')).flatMap(([name, source]) =>
      [...source.matchAll(/io\.(?:out|err|note)\(\s*(['"`].*)/g)].map(([, text = '']) => ({ name, text })),
    )
    const sentence = ({ text }: { text: string }) => english(text.replace(/\$\{[^}]*\}?/g, '§')).length > 0
    // A defect of the program, which the table has.
    expect(found.filter(sentence)).toEqual([{ name: 'main.ts', text: expect.stringContaining('unexpected error') }])
  })
})

/** The sources of a folder by their names. */
async function sources(folder: string): Promise<[name: string, source: string][]> {
  const names = (await readdir(join(root, folder), { recursive: true })).filter((name) => name.endsWith('.ts'))
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(root, folder, name), 'utf8')]),
  )
}

/** Every sentence that an error is made of where it is written out, with § for what is filled in. */
async function thrown(folder: string): Promise<{ file: string; text: string }[]> {
  const call = /new (?:(?:Usage|Command|BrokenLedger)Error\(|(?:Ledger|Source)Error\(\s*'\w+',)\s*(?=['"`])/g
  return (await sources(folder)).flatMap(([name, source]) =>
    [...source.matchAll(call)].map(({ index, 0: opens }) => ({
      file: `${folder}/${name}`,
      text: literal(source, index + opens.length),
    })),
  )
}

/** The words of the literal or template that begins here. */
function literal(source: string, start: number): string {
  const quote = source[start]
  let text = ''
  for (let at = start + 1; source[at] !== quote; at++) {
    if (quote !== '`' || !source.startsWith('${', at)) {
      text += source[at]
      continue
    }
    text += '§'
    let depth = 1
    for (at += 2; depth > 0; at++) depth += source[at] === '{' ? 1 : source[at] === '}' ? -1 : 0
    at--
  }
  return text
}

const report = (place: string, day: string, declared = 2) => `${place}生态环境保护督察反馈问题整改情况

截至${day}底，督察反馈的${declared}个问题，已完成整改1个。

一、沿河餐饮油污直排（完成整改）
整改目标：餐饮油污全部收集。
整改情况：隔油设施已经建成。
牵头单位：${place}水利局
完成时限：2024年3月底

二、砂石堆场没有覆盖（正在整改）
整改目标：堆场全部覆盖。
整改情况：防尘网正在铺设。
牵头单位：${place}住建局
完成时限：2024年7月底
`

describe('commands in Chinese', () => {
  let folder: string
  let key: string
  const before = process.cwd()
  const zh = (...args: string[]) => runCommand([...args, '--lang', 'zh'])
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taizhang-lang-'))
    process.chdir(folder)
    await writeFile('a.txt', report('湘乡市', '2024年6月'))
    await writeFile('b.txt', report('凤凰县', '2024年6月', 3))
    await writeFile('c.txt', report('湘乡市', '2024年9月').replace('正在铺设', '已经铺设过半'))
    await writeFile('news.txt', '今天上午召开了一个会议，会议听取了有关工作的汇报。\n')
    await writeFile('junk.db', 'words')
    const { out } = await zh('ingest', 'a.txt', 'b.txt', 'c.txt', 'news.txt')
    expect(out).toContain('4份报告（新增3，失败1），6个条目，自报总数不符1处 → taizhang.db')
    key = /[0-9a-f]{12}/.exec((await runCommand(['list', '--kind', 'progress'])).out)?.[0] ?? ''
  })
  afterAll(async () => {
    process.chdir(before)
    await rm(folder, { recursive: true })
  })

  test.each<[args: string, code: number, lines: string[]]>([
    ['ingest a.txt', 0, ['未变', '1份报告（未变1），2个条目，自报总数不符0处 → taizhang.db']],
    ['ingest news.txt', 1, ['taizhang: news.txt：没有找到问题清单（no_items）']],
    ['ingest nothing.txt', 1, ['taizhang: nothing.txt不存在']],
    ['ingest', 2, ['taizhang: 缺少路径或网址；也可用--from指定列有它们的文件']],
    ['ingest a.txt --jobs 0', 2, ['选项--jobs：应为文件数，至少1']],
    ['list', 0, ['编号', '问题数', '完成整改1，正在整改1', '共3份报告，6个条目']],
    ['list --versions', 0, ['版本', '1 现行']],
    ['list --items --limit 2', 0, ['条目', '反馈问题', '牵头单位', '共6个条目，显示2']],
    ['list --overdue 2024-11-30', 0, ['逾期未完成3，到期状态未知0，未到期0']],
    ['list --colour', 2, ['错误：没有选项--colour', '加上--help运行，可查看用法。']],
    ['list --limit', 2, ['错误：选项--limit <n>缺少值']],
    ['list --format pdf', 2, ['选项--format：应为table、csv、tsv、ndjson、json、xlsx']],
    ['list --kind novel', 2, ['选项--kind：应为plan、checklist、progress或unknown']],
    ['list --unit 无此局', 2, ['选项--unit：taizhang.db中没有单位无此局']],
    ['list --db none.db', 1, ['none.db：这里没有台账。', '建立台账可用：taizhang ingest PATH… --db none.db']],
    ['list --db junk.db', 1, ['junk.db：这个文件不是SQLite数据库，未作改动。']],
    ['lisst', 2, ['错误：没有命令lisst', '（是否指list？）']],
    ['list a', 2, ['错误：list的参数过多：最多0个，给出了1个。']],
    ['show KEY', 0, ['整改情况', '自报总数', '问题数：自报2，提取2，相符']],
    ['show KEY#1', 0, ['责任主体', '牵头单位', '完成整改，“完成整改”']],
    ['show', 2, ['错误：缺少参数key']],
    ['show zzz', 1, ['taizhang.db中没有报告或条目zzz；taizhang list列出其中各报告的编号']],
    ['show KEY#9', 1, ['的条目为1至2']],
    ['search 油污', 0, ['反馈问题：沿河餐饮[油污]直排', '共3个条目']],
    ['search 没有的词', 0, ['没有找到：没有的词']],
    ['due --as-of 2024-11-30', 0, ['截至2024-11-30逾期未完成', '逾期未完成3，到期状态未知0，未到期0']],
    ['due --as-of 2024-07-01 --within 60d', 0, ['2024-07-01至2024-08-30即将到期']],
    [
      'check',
      1,
      ['自报总数不符：1', '问题数：自报3，提取2', '没有找到问题清单', '加上--warnings逐条列出。', 'check=disagrees reports=3'],
    ],
    ['check --warnings', 1, ['declared_total_disagrees：自报总数与提取结果不一致']],
    ['link', 0, ['新关联0份报告；共2条关联：待确认2']],
    ['link --review', 0, ['文字相同', '后续报告', '依据：', '2条关联待确认']],
    ['confirm 99', 1, ['taizhang.db中没有关联99']],
    ['history KEY#2', 0, ['1份报告', '现状：未完成', '（截至）', '整改时限：2024年7月底']],
    ['diff a.txt c.txt', 0, ['新增2，减少2，变化0，未变0']],
    ['digest --from 2024-05-31 --to 2024-09-30', 0, ['调度通报 2024-05-31至2024-09-30', '到期未知', '调整期限']],
    ['digest --from 2024-05-31 --to 2024-04-30', 2, ['选项--from：晚于--to']],
    ['correct KEY#2 due 2024-08-31 --by 王某 --why 来文', 0, ['期限：2024-07-31 → 2024-08-31']],
    ['correct KEY#2 status nonsense --by 王某 --why 来文', 1, ['status不能是"nonsense"。']],
    ['corrections', 0, ['更正值', '生效', '共1条更正，存疑0条']],
    ['export --to out', 0, ['文件', '行数']],
    ['export --to out --check', 0, ['out中的导出完整，共17个文件']],
    ['export', 2, ['选项--to：必须指定：要写入的文件夹']],
    ['site --to site', 0, ['截至', '请打开site/index.html']],
    ['page nothing', 1, ['没有文件nothing，taizhang.db中也没有这个编号的报告']],
    ['serve --port 99999', 2, ['选项--port：应为端口号，最大65535']],
    ['watch nothing', 1, ['nothing不是文件夹']],
    ['index', 0, ['0份报告已编入全文索引']],
    ['parse a.txt --line 999', 0, ['没有第999行']],
    ['parse a.txt --format table', 0, ['督察巡视', '序号', '相符']],
    ['queue status', 2, ['队列在Postgres中']],
    ['remove nothing', 1, ['没有报告或失败的来源nothing', '共移除0份报告、0次失败记录']],
    ['remove b.txt', 0, ['已移除1份报告', '共移除1份报告、0次失败记录']],
  ])('%s', async (line, code, lines) => {
    const printed = await zh(...line.split(' ').map((word) => word.replace('KEY', key)))
    const text = printed.out + printed.err
    for (const one of lines) expect(text).toContain(one)
    expect(printed.code).toBe(code)
    const left = text.split('\n').filter((one) => !one.startsWith('check=') && english(one).length > 0)
    expect(left).toEqual([])
  })

  test('the account of the readings has its headings in Chinese, and the codes of the rules as they are', async () => {
    const headings = async (...args: string[]) =>
      (await zh('parse', 'a.txt', ...args)).out.split('\n').filter((line) => line.startsWith('# '))
    expect(await headings('--explain')).toEqual([
      '# 读法：代价、条目数、条目由何开头',
      '# 各行：行号、在最好的读法中的作用和代价、序号、栏目、文字',
      '# 标题与概况',
    ])
    expect((await headings('--explain', '--line', '5'))[0]).toMatch(/^# mark cn，代价\d/)
  })

  test('list names a report by its title, with the region where the title has it not; tables hold no letter of two widths', async () => {
    const { out } = await zh('list')
    expect(out).toContain('湘乡市生态环境保护督察反馈问题整改情况  整改情况')
    expect(out).not.toContain('a.txt')
    for (const args of [['list'], ['list', '--versions'], ['ingest', 'a.txt', 'news.txt'], ['list', '--items']])
      expect((await zh(...args)).out.replace(/“[^”]*”/g, ''), args.join(' ')).not.toMatch(/[─—…]/)
  })

  test('columns stand under their heads', async () => {
    const { out } = await zh('list')
    const [head = '', rule = '', ...rows] = out.split('\n')
    const ends = [...rule.matchAll(/-+/g)].map(({ index, 0: dashes }) => index + dashes.length)
    expect(width(head)).toBeLessThanOrEqual(rule.length)
    // A column of figures ends where its dashes end.
    const figures = ends[3] ?? 0
    expect(
      rows.slice(0, 2).map((row) => [...row].find((_, i, all) => width(all.slice(0, i + 1).join('')) === figures)),
    ).toEqual(['2', '2'])
  })

  test('what machines read is the same in both languages', async () => {
    for (const args of [
      ['list', '--json'],
      ['list', '--items', '--format', 'csv'],
      ['check', '--json'],
      ['due', '--as-of', '2024-11-30', '--json'],
      ['digest', '--from', '2024-05-31', '--to', '2024-09-30', '--json'],
    ]) {
      const [one, other] = [await zh(...args), await runCommand([...args, '--lang', 'en'])]
      expect(one).toEqual(other)
    }
    const last = ({ out }: { out: string }) => out.trimEnd().split('\n').at(-1)
    expect(last(await zh('check'))).toBe(last(await runCommand(['check', '--lang', 'en'])))
  })
})
