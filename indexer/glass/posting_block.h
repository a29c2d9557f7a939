// Articles turned inside out in memory: which term is in which of them, where and how often. Takes
// what Xapian::Document takes, one document after another, in plain arrays: some thousand articles
// take thirty megabytes. Tested by tests/indexer/segment_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pantau {

/// Terms and their numbers, given in the order they come.
class TermTable {
 public:
  TermTable();

  [[nodiscard]] std::uint32_t number_of(std::string_view term);
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return terms_[number]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }

 private:
  std::string_view keep(std::string_view term);
  void grow();

  std::vector<std::string_view> terms_;
  std::vector<std::uint32_t> hashes_;
  std::vector<std::uint32_t> slots_;  ///< number + 1, or 0; a power of two of them
  std::deque<std::string> bytes_;     ///< of the terms
};

/// One term in one document.
struct Posting {
  std::uint32_t term;      ///< number in terms()
  std::uint32_t document;  ///< number in the block, from 0 on
  std::uint32_t wdf = 0;
  std::uint32_t positions = 0;        ///< how many
  std::uint32_t positions_begin = 0;  ///< where they lie, as append_positions() writes them
  std::uint32_t positions_size = 0;
};

/// Owned by one thread.
class PostingBlock {
 public:
  struct Document {
    std::uint64_t length = 0;  ///< sum of the wdf of its terms
    std::map<std::uint32_t, std::string> values;
    std::string data;
  };

  /// Terms of one word, by their numbers: its stem, and the form as written if it differs.
  struct WordTerms {
    std::uint32_t stem;
    std::optional<std::uint32_t> form;
  };

  /// Those of `form` in `language`: what `make` says the first time. A text says most of its words
  /// again and again.
  template <typename Make>
  [[nodiscard]] WordTerms word_terms(std::string_view form, std::string_view language,
                                     const Make& make) {
    Words& words = words_of(language);
    const std::uint32_t number = words.forms.number_of(form);
    if (number == words.terms.size()) words.terms.push_back(make());
    return words.terms[number];
  }

  [[nodiscard]] std::uint32_t number_of(std::string_view term) { return terms_.number_of(term); }

  void begin_document() { documents_.emplace_back(); }
  void add_posting(std::uint32_t term, std::uint32_t position, std::uint32_t wdf) {
    occurrences_.push_back({posting_of(term, wdf), position});
  }
  void add_posting(std::string_view term, std::uint32_t position, std::uint32_t wdf) {
    add_posting(number_of(term), position, wdf);
  }
  void add_term(std::uint32_t term, std::uint32_t wdf) { (void)posting_of(term, wdf); }
  void add_term(std::string_view term, std::uint32_t wdf) { add_term(number_of(term), wdf); }
  void add_boolean_term(std::string_view term) { add_term(term, 0); }
  void add_value(std::uint32_t slot, std::string value) {
    if (!value.empty()) documents_.back().values[slot] = std::move(value);
  }
  void set_data(std::string data) { documents_.back().data = std::move(data); }
  void end_document();

  [[nodiscard]] const TermTable& terms() const { return terms_; }
  [[nodiscard]] const std::vector<Document>& documents() const { return documents_; }
  /// Document by document, in no order within one.
  [[nodiscard]] const std::vector<Posting>& postings() const { return postings_; }
  [[nodiscard]] std::string_view positions_of(const Posting& posting) const {
    return std::string_view{positions_}.substr(posting.positions_begin, posting.positions_size);
  }

 private:
  struct Occurrence {
    std::uint32_t posting;  ///< of this document, from 0 on
    std::uint32_t position;
  };

  struct Words {
    TermTable forms;
    std::vector<WordTerms> terms;  ///< of each form
  };

  Words& words_of(std::string_view language) {
    if (last_words_ == nullptr || language != last_language_) {
      last_language_ = language;
      last_words_ = &words_[last_language_];
    }
    return *last_words_;
  }

  std::uint32_t posting_of(std::uint32_t term, std::uint32_t wdf);

  TermTable terms_;
  std::map<std::string, Words> words_;  ///< by language
  std::string last_language_;
  Words* last_words_ = nullptr;
  std::vector<Document> documents_;
  std::vector<Posting> postings_;
  std::string positions_;
  std::vector<std::uint32_t> last_posting_;   ///< of each term: number in postings_, + 1
  std::size_t first_posting_ = 0;             ///< of the current document
  std::vector<Occurrence> occurrences_;       ///< in it, as they came
  std::vector<std::uint32_t> sorted_, ends_;  ///< their positions by posting, and where each ends
};

}  // namespace pantau
