import type { RefusalCatalogue } from '../refusal-facts.ts';

/** The part of the refusals about counters and who sits at them. */
export const counterRefusals = {
  NOT_AT_COUNTER: () => ({
    message: 'Anda belum duduk di loket.',
    next: 'Pilih loket dulu, lalu coba lagi.',
  }),
  COUNTER_PAUSED: ({ counter }) => ({
    message: `Loket ${counter ?? 'ini'} sedang jeda.`,
    next: 'Buka lagi dulu, lalu panggil.',
  }),
  NOTHING_FOR_COUNTER: ({ counter }) => ({
    message: `Yang menunggu tidak bisa dilayani di loket ${counter ?? 'ini'}.`,
    next: 'Mereka menunggu loket yang melayani layanannya. Nomor berikutnya untuk loket ini muncul sendiri.',
  }),
  COUNTER_LACKS_SERVICE: ({ counter }) => ({
    message: `Loket ${counter ?? 'ini'} tidak melayani layanan itu.`,
    next: 'Nomornya dipanggil di loket lain, atau alihkan orangnya ke layanan yang benar.',
  }),
  SERVICE_WITHOUT_COUNTER: ({ services }) => ({
    message: services
      ? `Tidak ada loket lagi untuk ${services}.`
      : 'Ada layanan yang tidak punya loket lagi.',
    next: 'Beri layanan itu ke loket lain dulu, atau centang bahwa ini memang dikehendaki, lalu simpan lagi.',
  }),
  ALREADY_PAUSED: ({ counter }) => ({
    message: `Loket ${counter ?? 'ini'} sudah jeda.`,
    next: 'Untuk mengubah lamanya, buka lagi dulu.',
  }),
  NOT_PAUSED: ({ counter }) => ({
    message: `Loket ${counter ?? 'ini'} tidak sedang jeda.`,
    next: 'Langsung panggil saja.',
  }),
  TWO_COUNTERS: () => ({
    message: 'Anda sudah memegang dua loket.',
    next: 'Tutup atau serahkan satu dulu.',
  }),
  COUNTER_EMPTY: ({ counter }) => ({
    message: `Tidak ada petugas di loket ${counter ?? 'ini'}.`,
    next: 'Rekan bisa langsung membukanya.',
  }),
  REST_TIMES: ({ counter }) => ({
    message: `Giliran ${counter ? `loket ${counter}` : 'istirahat'} belum benar.`,
    next: 'Tiap istirahat antara 10 dan 120 menit, tidak menimpa istirahat lain, paling banyak enam sehari.',
  }),
  REST_SERVICE_ALONE: ({ services, weekday, clock }) => ({
    message: `${weekday && clock ? `${weekday} ${clock.replace(':', '.')}` : 'Saat istirahat'}, tidak ada loket untuk ${services ?? 'satu layanan'}.`,
    next: 'Geser salah satu istirahat, atau centang bahwa ini memang dikehendaki, lalu simpan lagi.',
  }),
  REST_TOO_FEW_OPEN: ({ openMin, counter, weekday, clock, opensAt }) => ({
    message: `${weekday ? `${weekday}: minimal` : 'Minimal'} ${openMin ?? '1'} loket harus tetap buka.`,
    next:
      clock && counter
        ? `Untuk loket ${counter} yang paling dekat mulai ${clock.replace(':', '.')}.`
        : opensAt
          ? `Bisa ${opensAt}, setelah rekan kembali.`
          : 'Tunggu rekan kembali, atau kurangi jumlah yang harus tetap buka.',
  }),
  REST_TOO_LONG: ({ minutes }) => ({
    message: 'Waktunya tidak cukup untuk semua loket.',
    next: minutes ? `Paling lama ${minutes} menit tiap loket, atau perpanjang jamnya.` : 'Perpanjang jamnya.',
  }),
  COUNTER_BUSY: ({ counter, number }) => ({
    message: `Loket ${counter ?? 'ini'} masih melayani${number ? ` ${number}` : ''}.`,
    next: 'Selesaikan dulu dengan satu hasil, lalu panggil berikutnya.',
  }),
  COUNTER_UNKNOWN: () => ({
    message: 'Instansi itu tidak punya loket ini.',
    next: 'Pilih loket lain dari daftar.',
  }),
  COUNTER_OTHER_DAY: ({ counter, agency }) => ({
    message: `Hari ini loket ${counter ?? 'ini'} dipakai ${agency ?? 'instansi lain'}.`,
    next: 'Gerai ini dipakai bergantian menurut hari. Jadwalnya ada di pengelola mal.',
  }),
  COUNTER_TAKEN: ({ name }) => ({
    message: `Loket ini sudah dipakai${name ? ` ${name}` : ''}.`,
    next: 'Pilih loket lain, atau minta rekan Anda menutupnya dulu.',
  }),
  OTHER_COUNTER: ({ number, counter }) => ({
    message: `Nomor ${number ?? 'ini'} dipanggil ke loket ${counter ?? 'lain'}.`,
    next: 'Petugas di loket itu yang melayaninya.',
  }),
} satisfies Partial<RefusalCatalogue>;
