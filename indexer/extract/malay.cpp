#include "indexer/extract/malay.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace pantau {
namespace {

/// Frequent in the news of one language, unknown or written otherwise in the other. Sorted.
constexpr std::array<std::string_view, 48> malay{
    "agensi",     "ahad",         "akaun",       "akta",      "bagaimanapun", "baharu",    "bahawa",
    "berkenaan",  "berkuatkuasa", "bilion",      "bisnes",    "dakwaan",      "disember",  "ekoran",
    "hendaklah",  "iaitu",        "ialah",       "isnin",     "jenayah",      "julai",     "jumaat",
    "kerajaan",   "kerana",       "kesihatan",   "kewangan",  "khamis",       "lapan",     "mac",
    "mahkamah",   "manakala",     "memaklumkan", "mesyuarat", "muktamad",     "nombor",    "ogos",
    "pengarah",   "perkhidmatan", "permohonan",  "polis",     "ringgit",      "sekiranya", "semasa",
    "sesetengah", "suruhanjaya",  "susulan",     "syarikat",  "talian",       "telefon"};

constexpr std::array<std::string_view, 38> indonesian{
    "agustus",  "anggota",    "bahwa",     "bisa",      "bisnis",  "butuh",      "delapan",
    "desember", "gubernur",   "januari",   "juli",      "jumat",   "kabupaten",  "kamis",
    "kantor",   "karena",     "kebijakan", "kecamatan", "kemarin", "kepolisian", "layanan",
    "maret",    "menurutnya", "miliar",    "mobil",     "nomor",   "oktober",    "perusahaan",
    "polisi",   "presiden",   "rapat",     "resmi",     "rupiah",  "senin",      "tiongkok",
    "triliun",  "uang",       "warga"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool holds(std::span<const std::string_view> sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

}  // namespace

int indonesian_over_malay(std::string_view text) {
  int balance = 0;
  std::string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    if (is_letter(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      continue;
    }
    balance += holds(indonesian, word) ? 1 : holds(malay, word) ? -1 : 0;
    word.clear();
  }
  return balance;
}

}  // namespace pantau
