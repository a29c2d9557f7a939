#include "indexer/index/document_builder.h"

#include <string_view>

#include "common/fingerprint.h"
#include "common/hash.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/title_marks.h"
#include "common/url.h"
#include "common/variants.h"
#include "indexer/index/article_entities.h"

namespace pantau {
namespace {

/// Adds the words of one field under terms with one prefix. Document: Xapian's, or PostingBlock.
template <typename Document>
class FieldWriter {
 public:
  FieldWriter(Document& document, Analyzer& analyzer, std::string_view language)
      : document_{document}, analyzer_{analyzer}, language_{language} {}

  /// The first `max_words` of the words of what everybody searches, each counting `weight`, at
  /// positions after `start`.
  void add_text(const std::vector<Word>& words, unsigned weight, Xapian::termpos start,
                Xapian::termpos max_words) {
    for (const Word& word : words) {
      if (word.position > max_words) return;
      add_word(document_, word.form, start + word.position, weight);
    }
  }

  /// Other spellings of the same words, each at the first and the last of the words it stands for.
  void add_variants(std::string_view text, const std::vector<Word>& words, unsigned weight,
                    Xapian::termpos start, Xapian::termpos max_words) {
    for (const Variant& variant : analyzer_.variants(text, words, language_)) {
      const Xapian::termpos first = words[variant.first].position;
      const Xapian::termpos last = words[variant.first + variant.count - 1].position;
      if (last > max_words) return;
      term_ = analyzer_.term(variant.form, language_);
      document_.add_posting(term_, start + first, weight);
      if (last > first) document_.add_posting(term_, start + last, 0);
    }
  }

  /// Words searched only by the field's name: stems of a text field, forms of a name field. They
  /// add nothing to the length of the document.
  void add_field(const Field& field, std::string_view text) {
    const std::vector<Word>& words = analyzer_.words(text);
    const auto add = [&](std::string_view form, Xapian::termpos position) {
      term_ = field.prefix;
      term_ += field.kind == FieldKind::text ? analyzer_.term(form, language_) : form;
      document_.add_posting(term_, position, 0);
    };
    for (const Word& word : words) add(word.form, word.position);
    for (const Variant& variant : analyzer_.variants(text, words, language_))
      add(variant.form, words[variant.first].position);
  }

 private:
  void add_word(Xapian::Document& document, const std::string& form, Xapian::termpos position,
                unsigned weight) {
    term_ = analyzer_.term(form, language_);
    document.add_posting(term_, position, weight);
    if (differs(term_, form)) document.add_term(form, weight);
  }

  void add_word(PostingBlock& block, const std::string& form, Xapian::termpos position,
                unsigned weight) {
    const PostingBlock::WordTerms terms = block.word_terms(form, language_, [&] {
      const std::string_view term = analyzer_.term(form, language_);
      PostingBlock::WordTerms made{block.number_of(term), std::nullopt};
      if (differs(term, form)) made.form = block.number_of(form);
      return made;
    });
    block.add_posting(terms.stem, position, weight);
    if (terms.form) block.add_term(*terms.form, weight);
  }

  static bool differs(std::string_view term, std::string_view form) {
    return term.substr(term.find(':') + 1) != form;
  }

  Document& document_;
  Analyzer& analyzer_;
  std::string_view language_;
  std::string term_;  ///< kept to spare an allocation a word
};

/// "www.solopos.com" is found by itself, "solopos.com" and never by "com" alone.
template <typename Document>
void add_host(Document& document, const std::string& url) {
  std::string_view host = url;
  for (;;) {
    document.add_boolean_term(label_term(field("host").prefix, host));
    const auto dot = host.find('.');
    if (dot == std::string_view::npos) return;
    host.remove_prefix(dot + 1);
    if (host.find('.') == std::string_view::npos) return;
  }
}

template <typename Document>
void add_labels(Document& document, const Article& article, Analyzer& analyzer) {
  document.add_boolean_term(unique_term(article));
  document.add_boolean_term(label_term(field("lang").prefix, article.language));
  for (const std::string& url : {article.url, article.canonical})
    if (const std::string one = canonical_url(url); !one.empty())
      document.add_boolean_term(label_term(field("url").prefix, one));
  if (!article.id.empty() && article.id != identity(article))  // else `id:` finds it
    document.add_boolean_term(label_term(field("url").prefix, article.id));
  if (const std::string host = host_of(article.url); !host.empty()) add_host(document, host);
  if (const std::string outlet = folded_name(article.outlet, analyzer); !outlet.empty())
    document.add_boolean_term(label_term(whole_outlet_prefix, outlet));
}

template <typename Document>
void add_entities(Document& document, const ArticleEntities& entities) {
  std::string list;
  for (const std::string_view id : entities.ids()) {
    document.add_boolean_term(label_term(field("entity").prefix, id));
    if (!list.empty()) list += entity_separator;
    list += id;
  }
  document.add_value(field("entity").slot, list);
}

/// Marks of the title's words, without stop words.
std::string marks_of(const std::vector<Word>& title, std::string_view language,
                     Analyzer& analyzer) {
  std::vector<std::string> terms;
  for (const Word& word : title)
    if (word.position <= max_title_words) terms.emplace_back(analyzer.term(word.form, language));
  return title_marks(terms);
}

template <typename Document>
void add_values(Document& document, const Article& article) {
  if (article.date) document.add_value(field("date").slot, to_compact(*article.date));
  document.add_value(captured_slot, article.captured);
  document.add_value(field("outlet").slot, article.outlet);
  document.add_value(field("lang").slot, article.language);
  document.add_value(fingerprint_slot, fingerprint(article.text));
  document.add_value(digest_slot, article_digest(article));
}

template <typename Document>
void add_all(Document& document, const Article& article, Analyzer& analyzer) {
  FieldWriter<Document> writer{document, analyzer, article.language};
  ArticleEntities entities;
  const std::vector<Word>& title = analyzer.words(article.title);
  writer.add_text(title, field("title").weight, 0, max_title_words);
  writer.add_variants(article.title, title, field("title").weight, 0, max_title_words);
  entities.add_title(article.title, title);
  document.add_value(title_slot, marks_of(title, article.language, analyzer));
  const std::vector<Word>& body = analyzer.words(article.text);  // the title's are gone
  writer.add_text(body, field("body").weight, body_start, max_article_words);
  writer.add_variants(article.text, body, field("body").weight, body_start, max_article_words);
  entities.add_body(article.text, body);
  writer.add_field(field("title"), article.title);
  writer.add_field(field("author"), article.author);
  writer.add_field(field("outlet"), article.outlet);
  add_labels(document, article, analyzer);
  add_values(document, article);
  add_entities(document, entities);
  document.set_data(encode_article(article));
}

}  // namespace

std::string unique_term(const Article& article) {
  return label_term(field("id").prefix, identity(article));
}

std::string article_digest(const Article& article) {
  std::uint64_t hash = fnv1a(article.text);
  const std::string date = article.date ? to_iso(*article.date) : "";
  for (const std::string_view part :
       {std::string_view{article.id}, std::string_view{article.url},
        std::string_view{article.title}, std::string_view{article.author},
        std::string_view{article.outlet}, std::string_view{article.language},
        std::string_view{date}})
    hash = fnv1a(part, fnv1a("\n", hash));
  return to_hex(hash);
}

Xapian::Document make_document(const Article& article, Analyzer& analyzer) {
  Xapian::Document document;
  add_all(document, article, analyzer);
  return document;
}

void add_document(PostingBlock& block, const Article& article, Analyzer& analyzer) {
  block.begin_document();
  add_all(block, article, analyzer);
  block.end_document();
}

}  // namespace pantau
