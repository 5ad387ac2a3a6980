import { CHAPTERS } from '#areas/studies/rules/chapters.ts';
import type { PartContent } from '#areas/studies/parts-contract.ts';
import { studiesProcedures } from '#areas/studies/procedures.ts';
import { typesetPdf } from '#platform/typeset/typeset.ts';
import { withTestMall } from '#scenarios/testing/test-mall.ts';
import { atMost, type Part } from '../figures.ts';

const PAGES_MIN = 60;
const ROUNDS = 5;
const PARAGRAPH =
  'Warga dari kecamatan yang jauh datang dua sampai tiga kali untuk satu urusan karena syarat baru diketahui di loket, sedangkan jadwal setiap instansi tidak sama dan sering berubah tanpa pemberitahuan. ';

/** A long urgency study as PDF/A, beside setting its text alone. */
export const studyPart: Part = {
  name: 'study',
  title: 'An urgency study of 60 pages and more',
  async run(say) {
    const mall = await withTestMall({ at: '2026-12-01T08:00:00+08:00' });
    try {
      const manager = await mall.staff('manager');
      const studies = mall.as(studiesProcedures, manager);
      for (const content of parts()) await studies.savePart({ part: null, content, uploadId: null });
      const pages = countPages(Buffer.from((await studies.getStudyPdf()).base64, 'base64'));
      if (pages < PAGES_MIN) throw new Error(`only ${pages} pages`);
      say(`${pages} pages`);
      const text = CHAPTERS.map(() => PARAGRAPH.repeat(80)).join('\n\n');
      const pdf: number[] = [];
      const docx: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        pdf.push(await timed(() => studies.getStudyPdf()));
        docx.push(await timed(() => studies.getStudyDocx()));
        bare.push(await timed(() => typesetPdf({ source: text, data: null })));
      }
      const baseline = { name: 'setting its text alone', values: bare };
      return {
        figures: [
          { name: 'PDF/A', unit: 'ms', product: pdf, baseline, aim: atMost(10_000, 'ms') },
          { name: 'DOCX', unit: 'ms', product: docx, baseline, aim: atMost(10_000, 'ms') },
        ],
        notes: [
          `${pages} pages: chapters, tables of 150 services and 40 pieces of evidence, from the database to the file.`,
        ],
      };
    } finally {
      await mall.stop();
    }
  },
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The largest count of the page tree is that of its root. */
function countPages(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count));
  return Math.max(0, ...counts);
}

function parts(): PartContent[] {
  const paragraphs = Array.from({ length: 16 }, () => PARAGRAPH.repeat(5).trim()).join('\n\n');
  const service = (n: number): PartContent => ({
    ...{ kind: 'service', agency: `Instansi ${n % 36}`, name: `Layanan ${n}`, place: 'Paringin' },
    ...{ yearlyRequests: 500 + n * 37, visitsPerRequest: 1.5, km: 20, travelMinutes: 75, costRupiah: 32_000 },
    ...{ serviceMinutes: 6 + (n % 15), joins: true, source: 'angka contoh', serviceId: null },
  });
  const evidence = (n: number): PartContent => ({
    ...{
      kind: 'evidence',
      method: 'focus-group',
      title: `Diskusi ${n}`,
      day: '2026-11-01',
      place: 'Paringin',
    },
    participants: Array.from({ length: 15 }, (_, person) => `Peserta ${person + 1}, Kecamatan ${n}`),
    findings: PARAGRAPH.repeat(4).trim(),
  });
  return [
    ...CHAPTERS.map((chapter): PartContent => ({ kind: 'chapter', chapter, text: paragraphs })),
    ...Array.from({ length: 150 }, (_, n) => service(n)),
    ...Array.from({ length: 40 }, (_, n) => evidence(n)),
  ];
}
