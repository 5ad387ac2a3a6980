import type { StudyFacts } from '../situations/past-study.ts';

/** What the chapters say. Written for the demonstration; the real study is not public. */
export const chapters: StudyFacts['chapters'] = {
  region:
    'Kabupaten Balangan terdiri atas delapan kecamatan dengan pusat pemerintahan di Paringin. Penduduknya sekitar 130 ribu jiwa dan tersebar sampai Halong dan Tebing Tinggi di kaki Pegunungan Meratus.\n\nAngkutan umum antarkecamatan hanya ada pada pagi hari. Warga dari kecamatan terjauh menempuh lebih dari satu jam sekali jalan.',
  services:
    'Layanan pemerintah dan lembaga lain berada di kantor yang terpisah-pisah, sebagian di kabupaten lain. Tabel berikut memuat volume, tempat, jarak, waktu, dan ongkos setiap layanan untuk satu kunjungan pergi-pulang.',
  problems:
    'Masalah yang paling sering disebut warga adalah harus datang lagi karena syarat baru diketahui di loket, jarak, dan antrean. Satu peristiwa hidup, misalnya kelahiran, menuntut kunjungan ke beberapa kantor.\n\nDiskusi kelompok terarah menegaskan hal yang sama dan menambahkan satu hal: kantor yang tutup tanpa pemberitahuan.',
  agencies:
    'Instansi dipilih menurut volume layanan, beban perjalanan warga, dan kesediaan pimpinan. Kebutuhan loket dihitung untuk jam tersibuk setiap instansi dengan loketnya sendiri.',
  location:
    'Tiga lokasi dinilai bersama perangkat daerah terkait. Bobot setiap kriteria ditetapkan sebelum penilaian.',
  facilities:
    'Diperlukan ruang tunggu, loket, ruang konsultasi, ruang laktasi, musala, toilet untuk penyandang disabilitas, pojok baca, pusat ATM, genset, dan jaringan internet dari dua penyedia.',
  people:
    'Setiap instansi menugaskan petugas loket dan satu cadangan. Penyelenggara menyiapkan kepala layanan, petugas informasi, petugas pengaduan, dan teknisi.',
  budget: 'Gedung dan operasional dibiayai APBD; setiap instansi membiayai petugas dan layanannya sendiri.',
  institution:
    'Penyelenggara adalah DPMPTSP menurut Peraturan Presiden 89/2021. Tim percepatan dibentuk dengan Keputusan Bupati 188.45/417/Kum/2022. Kerja sama dengan setiap instansi dituangkan dalam perjanjian.',
  digital:
    'Antrean, janji temu, dan syarat layanan tersedia dari rumah. Warga tanpa telepon pintar dilayani di kios dan meja informasi. Ukuran keberhasilan adalah makin sedikit orang yang harus datang.',
  benefit:
    'Manfaat terbesar adalah perjalanan yang tidak perlu dilakukan. Manfaat bagi iklim usaha tidak dinilai dengan uang.',
  risk: 'Risiko terbesar adalah instansi yang menandatangani lalu jarang hadir. Tindakan: hari dan jam tercantum dalam perjanjian, kehadiran dicatat, dan rapat koordinasi bulanan.',
  plan: 'Tahun pertama: penetapan lokasi dan anggaran. Tahun kedua: renovasi dan perjanjian. Tahun ketiga: uji coba dan peresmian.',
  recommendation:
    'Mal pelayanan publik layak dan mendesak dibentuk. Bupati disarankan mengusulkannya kepada Menteri PANRB dengan kajian ini sebagai lampiran.',
};
