#include "searcher/lexicon/lexicon.h"

#include <algorithm>
#include <map>

#include "common/embedded.h"
#include "common/text.h"
#include "searcher/lexicon/edit_distance.h"
#include "searcher/lexicon/lexicon_image.h"

namespace pantau {
namespace {

namespace image = lexicon_image;

/// Headwords of one stem farther than this from the word asked for are all equally far.
constexpr unsigned max_spelling_edits = 8;
/// A stem may have forty headwords; translations beyond these are shares of a per cent.
constexpr std::size_t max_merged_translations = 16;

/// The glossary's first; then by falling share, then by spelling, so that the order is always the
/// same.
bool comes_before(const Translation& a, const Translation& b) {
  if (a.source != b.source) return a.source < b.source;
  if (a.share != b.share) return a.share > b.share;
  return a.words < b.words;
}

/// Shares of `source` divided by their sum; only its largest are kept.
void normalise(std::vector<Translation>& translations) {
  std::sort(translations.begin(), translations.end(), comes_before);
  if (translations.size() > max_merged_translations) translations.resize(max_merged_translations);
  double sum = 0;
  for (const Translation& translation : translations) sum += translation.share;
  for (Translation& translation : translations) translation.share /= sum;
}

/// Moves the translations of `source` from `from` to the end of `to`.
void take(Source source, const std::vector<Translation>& from, std::vector<Translation>& to) {
  std::copy_if(from.begin(), from.end(), std::back_inserter(to),
               [&](const Translation& translation) { return translation.source == source; });
}

}  // namespace

Lexicon Lexicon::embedded() {
  return Lexicon{embedded::lexicon_image()};
}

Lexicon::Lexicon(std::string_view bytes)
    : image_{bytes, image::magic, image::head_bytes, "lexicon"},
      stemmers_{std::make_unique<StemmerSet>()} {
  const auto read_table = [&](std::size_t at) {
    const Table table{image_.u32(at), image_.u32(at + 4)};
    image_.check(table.offset, table.rows, image::row_bytes);
    return table;
  };
  std::size_t at = image::first_side;
  for (Side* const side : {&english_, &indonesian_}) {
    *side = {read_table(at), read_table(at + image::row_bytes)};
    at += image::side_bytes;
  }
}

LexiconEntry Lexicon::find(std::span<const std::string> words, std::string_view from) const {
  for (std::size_t length = std::min(words.size(), max_entry_words); length > 1; --length) {
    LexiconEntry entry = find_run(words.first(length), from);
    if (entry.length > 0) return entry;
  }
  if (words.empty()) return {};
  LexiconEntry entry = find_run(words.first(1), from);
  const bool is_plural = from == "id" && words.size() > 1 && words[0] == words[1];
  if (entry.length > 0 && is_plural) entry.length = 2;
  return entry;
}

LexiconEntry Lexicon::find_word(const std::string& word, std::string_view from) const {
  return find_run({&word, 1}, from);
}

LexiconEntry Lexicon::find_run(std::span<const std::string> words, std::string_view from) const {
  const Side* const tables = side(from);
  if (tables == nullptr) return {};
  const std::string text = join(words, " ");
  std::vector<Translation> written;
  if (const std::size_t row = find_row(tables->headwords, text); row < tables->headwords.rows)
    written = read_entry(target(tables->headwords, row));
  std::string stems;
  for (const std::string& word : words) {
    if (!stems.empty()) stems += ' ';
    const std::string_view term = stemmers_->term(word, from);
    stems += term.substr(term.find(':') + 1);
  }
  const std::vector<Translation> related = merge_by_stem(*tables, stems, text);
  LexiconEntry entry;
  for (const Source source : {Source::glossary, Source::freedict}) {
    const std::size_t before = entry.translations.size();
    take(source, written, entry.translations);
    if (entry.translations.size() == before) take(source, related, entry.translations);
  }
  if (!entry.translations.empty()) entry.length = words.size();
  return entry;
}

const Lexicon::Side* Lexicon::side(std::string_view from) const {
  if (from == "en") return &english_;
  return from == "id" ? &indonesian_ : nullptr;
}

std::string_view Lexicon::key(const Table& table, std::size_t row) const {
  if (row >= table.rows) image_.fail("a row is not there");
  return image_.text(image_.u32(table.offset + row * image::row_bytes));
}

std::size_t Lexicon::target(const Table& table, std::size_t row) const {
  return image_.u32(table.offset + row * image::row_bytes + 4);
}

std::size_t Lexicon::find_row(const Table& table, std::string_view words) const {
  return ImageReader::find(table.rows, words, [&](std::size_t row) { return key(table, row); });
}

std::vector<Translation> Lexicon::read_entry(std::size_t offset) const {
  const std::size_t count = image_.u32(offset);
  image_.check(offset + 4, count, image::translation_bytes);
  std::vector<Translation> translations;
  translations.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = offset + 4 + i * image::translation_bytes;
    const std::uint32_t flags = image_.u16(at + 6);
    translations.push_back(
        {std::string{image_.text(image_.u32(at))},
         static_cast<double>(image_.u16(at + 4)) / image::whole_share,
         (flags & image::flag_freedict) != 0 ? Source::freedict : Source::glossary,
         (flags & image::flag_ambiguous) != 0});
  }
  return translations;
}

// The stem brings "regulate", "regulation" and "regulator" together: the nearer a headword is
// spelt to the word asked for, the likelier it is meant ("regulations", "mempelajari").
std::vector<Translation> Lexicon::merge_by_stem(const Side& side, std::string_view stems,
                                                std::string_view words) const {
  const std::size_t row = find_row(side.stems, stems);
  if (row == side.stems.rows) return {};
  const std::size_t list = target(side.stems, row);
  const std::size_t count = image_.u32(list);
  image_.check(list + 4, count, 4);
  std::map<std::pair<Source, std::string>, Translation> merged;
  EditDistance distance{words, max_spelling_edits};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t headword = image_.u32(list + 4 + i * 4);
    const double gap = 1.0 + distance.to(key(side.headwords, headword));
    for (Translation& found : read_entry(target(side.headwords, headword))) {
      found.share /= gap * gap;
      const auto [place, is_new] = merged.try_emplace({found.source, found.words}, found);
      if (is_new) continue;
      place->second.share += found.share;
      place->second.ambiguous = place->second.ambiguous && found.ambiguous;
    }
  }
  std::vector<Translation> result;
  for (const Source source : {Source::glossary, Source::freedict}) {
    std::vector<Translation> part;
    for (const auto& [name, translation] : merged)
      if (translation.source == source) part.push_back(translation);
    normalise(part);
    result.insert(result.end(), part.begin(), part.end());
  }
  return result;
}

}  // namespace pantau
