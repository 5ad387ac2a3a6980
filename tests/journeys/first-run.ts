import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Page } from 'playwright-core';

export const PASSWORD = 'pagi di pasar tanjung';

/** The page of the first run, field by field in the order of the page; the time zone is a choice of its own. */
export const FIRST_RUN: Readonly<Record<string, string>> = {
  'Nama lengkap mal': 'Mal Pelayanan Publik Kabupaten Tabalong',
  'Nama pendek': 'MPP Tabalong',
  'Kabupaten atau kota': 'Kabupaten Tabalong',
  'Nama lokasi': 'Gedung MPP',
  Alamat: 'Jalan Jaksa Agung Soeprapto, Tanjung',
  'Nama zona': 'Zona A',
  'Nama Anda': 'Rahmawati',
  'E-mail': 'rahmawati@tabalong.contoh',
  'Kata sandi baru': PASSWORD,
  'Tulis sekali lagi': PASSWORD,
};

/** A phone that has taken the key on the page: it shows the code of the moment. */
export async function scanKey(page: Page): Promise<() => Promise<string>> {
  const key = (await page.locator('.key').innerText()).replaceAll(' ', '');
  const phone = createOTP(Buffer.from(base32.decode(key)).toString());
  return () => phone.totp();
}
