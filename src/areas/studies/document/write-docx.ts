import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { BarsBlock, Block, Section, StudyDocument, TableBlock } from './blocks.ts';

/** Twentieths of a point: the width of an A4 page between its margins. */
const TEXT_WIDTH = 9060;
const BAR_WIDTH = 4600;
const LABEL_WIDTH = 2900;
const BAR_COLOUR = '0B6E6E';
const SMALL = 17;

/** The study as DOCX, with headings, contents, tables, and bars that are tables too: all of it can be edited. */
export async function writeStudyDocx(study: StudyDocument): Promise<Uint8Array> {
  const file = new Document({
    title: study.title,
    creator: study.authors,
    features: { updateFields: true },
    styles: {
      default: { document: { run: { font: 'Liberation Serif', size: 22, language: { value: 'id-ID' } } } },
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: SMALL })],
              }),
            ],
          }),
        },
        children: [
          ...cover(study),
          new TableOfContents('Daftar isi', { hyperlink: true, headingStyleRange: '1-1' }),
          ...study.sections.flatMap((section, index) => sectionOf(section, `${index + 1}.`, index === 0)),
          ...study.annexes.flatMap((section, index) =>
            sectionOf(section, `Lampiran ${String.fromCodePoint(65 + index)}.`, true),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function cover(study: StudyDocument): Paragraph[] {
  const lines = [
    study.authors,
    `${study.regency}, ${study.dayText}`,
    ...(study.draft ? ['Rancangan, belum selesai'] : []),
    `${study.sample ? 'Data contoh. ' : ''}Sidik data ${study.fingerprint}: data yang sama menghasilkan dokumen yang sama.`,
  ];
  return [
    new Paragraph({ text: study.mall, spacing: { before: 3000 } }),
    new Paragraph({ text: study.title, heading: HeadingLevel.TITLE }),
    ...lines.map((text) => new Paragraph({ text, spacing: { after: 120 } })),
  ];
}

function sectionOf({ title, blocks }: Section, number: string, newPage: boolean): (Paragraph | Table)[] {
  return [
    new Paragraph({
      text: `${number} ${title}`,
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: newPage,
      spacing: { before: 360, after: 160 },
    }),
    ...(blocks.length === 0 ? [new Paragraph('Belum ditulis.')] : []),
    ...blocks.flatMap(blockOf),
  ];
}

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'text':
      return [new Paragraph({ text: block.text, spacing: { after: 160 } })];
    case 'table':
      return [captionOf(block.caption), tableOf(block), new Paragraph('')];
    case 'bars':
      return [captionOf(block.caption), barsOf(block), new Paragraph('')];
  }
}

function captionOf(caption: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 80 },
    children: [new TextRun({ text: caption, italics: true, size: 19 })],
  });
}

function tableOf({ heads, rows, right, widths }: TableBlock): Table {
  const signs = widths.reduce((sum, width) => sum + width, 0);
  const sizes = widths.map((width) => Math.floor((TEXT_WIDTH * width) / signs));
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: sizes[column]!, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: right[column] === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, bold, size: SMALL })],
        }),
      ],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: sizes,
    rows: [
      new TableRow({ tableHeader: true, children: heads.map((head, column) => cell(head, column, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((text, column) => cell(text, column, false)) })),
    ],
  });
}

/** A bar is a filled cell as wide as its share; what it stands for is written beside it. */
function barsOf({ bars }: BarsBlock): Table {
  const cell = (size: number, text: string, fill?: string) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
      children: [new Paragraph({ children: [new TextRun({ text, size: SMALL })] })],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: bars.map(({ label, share, text }) => {
      const length = Math.max(40, Math.round(share * BAR_WIDTH));
      return new TableRow({
        children: [
          cell(LABEL_WIDTH, label),
          cell(length, '', BAR_COLOUR),
          cell(TEXT_WIDTH - LABEL_WIDTH - length, text),
        ],
      });
    }),
  });
}
