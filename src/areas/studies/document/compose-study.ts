import { createHash } from 'node:crypto';
import { writeDate } from '#platform/typeset/official-days.ts';
import type { Mall } from '#areas/malls/contract.ts';
import type { Study } from '../contract.ts';
import type { Chapter } from '../rules/chapters.ts';
import type { StudyDocument, TextBlock } from './blocks.ts';
import { annexesOf, dataOf } from './study-blocks.ts';

const CHAPTER_TITLES: Readonly<Record<Chapter, string>> = {
  region: 'Profil wilayah dan penduduk',
  services: 'Peta layanan yang ada',
  problems: 'Permasalahan dan kebutuhan masyarakat',
  agencies: 'Instansi dan layanan yang akan bergabung',
  location: 'Lokasi dan aksesibilitas',
  facilities: 'Sarana dan prasarana',
  people: 'Sumber daya manusia',
  budget: 'Anggaran',
  institution: 'Kelembagaan dan dasar hukum',
  digital: 'Digitalisasi',
  benefit: 'Manfaat dan biaya',
  risk: 'Risiko',
  plan: 'Rencana strategis dan jadwal',
  recommendation: 'Rekomendasi',
};

/** @param day the day of a study that goes on */
export function composeStudy(study: Study, mall: Mall, day: string): StudyDocument {
  const { figures, parts, needs, results, concluded } = study;
  const on = concluded?.on ?? day;
  return {
    ...{ title: figures.title, authors: figures.authors, mall: mall.name, regency: mall.regency },
    ...{ day: on, dayText: writeDate(on), draft: concluded === null, sample: mall.sampleData },
    fingerprint: createHash('sha256')
      .update(JSON.stringify({ figures, parts, needs }))
      .digest('hex')
      .slice(0, 16),
    sections: results.chapters.map(({ chapter }) => ({
      title: CHAPTER_TITLES[chapter],
      blocks: [
        ...paragraphsOf(parts.chapters.find((one) => one.chapter === chapter)?.text ?? ''),
        ...dataOf(chapter, study),
      ],
    })),
    annexes: annexesOf(study),
  };
}

function paragraphsOf(text: string): TextBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'text', text: paragraph }));
}
