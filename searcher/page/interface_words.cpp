#include "searcher/page/interface_words.h"

#include "common/language.h"

namespace pantau {
namespace {

constexpr InterfaceWords english{
    .code = "en",
    .search = "Search",
    .search_box = "Search articles",
    .skip = "Skip to results",
    .tagline = "News on the rules of technology, in English and Indonesian at once.",
    .examples = "Try",
    .example_notes = {"any of the words, in either language", "the same the other way round",
                      "a phrase, in articles in English", "in titles",
                      "about a body, of these years"},
    .results = "Results",
    .about = "about",
    .article = "article",
    .articles = "articles",
    .page = "page",
    .nothing = "Nothing found for",
    .nothing_help =
        "Check the spelling, use fewer or more general words, or ask in the other language.",
    .past_end = "There are no more results.",
    .first_page = "To the first page",
    .more = "more",
    .filters = "Narrow the search",
    .remove = "Remove filter:",
    .clear = "Clear all filters",
    .languages = "Languages",
    .outlets = "Outlets",
    .entities = "About",
    .months = "When",
    .from = "from",
    .to = "to",
    .others = "other outlets",
    .sort = "Order",
    .relevance = "Most relevant",
    .recent = "Relevant and recent",
    .newest = "Newest",
    .oldest = "Oldest",
    .previous = "Previous page",
    .next = "Next page",
    .pages = "Pages of results",
    .did_you_mean = "Did you mean",
    .copy = "near copy",
    .copies = "near copies",
    .no_date = "no date",
    .show_copies = "Show near copies one by one",
    .fold_copies = "Fold near copies",
    .similar = "More like this",
    .similar_to = "More like",
    .matched = "Matched",
    .stopped = "The search took too long; these are the best of what was read.",
    .feed = "Atom feed of this search",
    .as_json = "as JSON",
    .in_other_language = "Bahasa Indonesia",
    .undetermined = "language unknown",
    .problem = "That did not work",
    .bad_request = "The address or the query cannot be understood.",
    .not_found = "There is no such page here.",
    .wrong_method = "This page can only be read.",
    .too_long = "The address is too long.",
    .unavailable = "The search is not available right now. Please try again in a moment.",
    .back = "Back to the search",
    .month_names = {"January", "February", "March", "April", "May", "June", "July", "August",
                    "September", "October", "November", "December"}};

constexpr InterfaceWords indonesian{
    .code = "id",
    .search = "Cari",
    .search_box = "Cari artikel",
    .skip = "Langsung ke hasil",
    .tagline = "Berita tentang aturan teknologi, dalam bahasa Inggris dan Indonesia sekaligus.",
    .examples = "Cobalah",
    .example_notes = {"kata mana pun, dalam kedua bahasa", "sebaliknya juga bisa",
                      "frasa, dalam artikel berbahasa Inggris", "dalam judul",
                      "tentang suatu lembaga, dari tahun-tahun ini"},
    .results = "Hasil",
    .about = "sekitar",
    .article = "artikel",
    .articles = "artikel",
    .page = "halaman",
    .nothing = "Tidak ada hasil untuk",
    .nothing_help =
        "Periksa ejaannya, pakai kata yang lebih sedikit atau lebih umum, atau bertanyalah dalam "
        "bahasa yang lain.",
    .past_end = "Tidak ada hasil lagi.",
    .first_page = "Ke halaman pertama",
    .more = "lagi",
    .filters = "Persempit pencarian",
    .remove = "Hapus saringan:",
    .clear = "Hapus semua saringan",
    .languages = "Bahasa",
    .outlets = "Media",
    .entities = "Tentang",
    .months = "Waktu",
    .from = "sejak",
    .to = "sampai",
    .others = "media lain",
    .sort = "Urutan",
    .relevance = "Paling sesuai",
    .recent = "Sesuai dan baru",
    .newest = "Terbaru",
    .oldest = "Terlama",
    .previous = "Halaman sebelumnya",
    .next = "Halaman berikutnya",
    .pages = "Halaman hasil",
    .did_you_mean = "Maksud Anda",
    .copy = "salinan serupa",
    .copies = "salinan serupa",
    .no_date = "tanpa tanggal",
    .show_copies = "Tampilkan salinan satu per satu",
    .fold_copies = "Lipat salinan serupa",
    .similar = "Yang serupa",
    .similar_to = "Serupa dengan",
    .matched = "Kata yang cocok",
    .stopped = "Pencarian terlalu lama; inilah yang terbaik dari yang sempat dibaca.",
    .feed = "Umpan Atom pencarian ini",
    .as_json = "sebagai JSON",
    .in_other_language = "English",
    .undetermined = "bahasa tidak diketahui",
    .problem = "Tidak berhasil",
    .bad_request = "Alamat atau pertanyaannya tidak dapat dipahami.",
    .not_found = "Halaman itu tidak ada di sini.",
    .wrong_method = "Halaman ini hanya dapat dibaca.",
    .too_long = "Alamatnya terlalu panjang.",
    .unavailable = "Pencarian sedang tidak tersedia. Silakan coba lagi sebentar lagi.",
    .back = "Kembali ke pencarian",
    .month_names = {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
                    "September", "Oktober", "November", "Desember"}};

std::string month_name(Date date, const InterfaceWords& words) {
  return std::string{words.month_names.at(static_cast<unsigned>(date.month()) - 1)};
}

std::string year_of(Date date) {
  return std::to_string(static_cast<int>(date.year()));
}

}  // namespace

const std::vector<std::string_view>& interface_codes() {
  static const std::vector<std::string_view> codes{english.code, indonesian.code};
  return codes;
}

const InterfaceWords& interface_words(std::string_view code) {
  return code == indonesian.code ? indonesian : english;
}

std::string day_in_words(Date date, const InterfaceWords& words) {
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' + month_name(date, words) + ' ' +
         year_of(date);
}

std::string period_in_words(std::string_view period, const InterfaceWords& words) {
  const auto days = parse_period(period);
  if (!days) return std::string{period};
  if (days->first == days->last) return day_in_words(days->first, words);
  if (days->first.month() != days->last.month()) return year_of(days->first);
  return month_name(days->first, words) + ' ' + year_of(days->first);
}

std::string count_in_words(std::uint64_t count, const InterfaceWords& words) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, words.code == "id" ? '.' : ',');
  }
  return text;
}

std::string language_in_words(std::string_view code, const InterfaceWords& words) {
  if (code.empty() || code == undetermined) return std::string{words.undetermined.text()};
  if (words.code == "id") {
    if (code == "en") return "Inggris";
    if (code == "id") return "Indonesia";
    if (code == "ms") return "Melayu";
    if (code == "zh") return "Tionghoa";
    if (code == "ja") return "Jepang";
  }
  return std::string{language_name(code)};
}

}  // namespace pantau
