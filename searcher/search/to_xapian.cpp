#include "searcher/search/to_xapian.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "common/schema.h"
#include "searcher/query/term_weights.h"

namespace pantau {

using Xapian::Query;

namespace {

using Kind = ExpandedNode::Kind;

/// `queries` under one operator; nothing matches none of them.
Query combine(Query::op op, const std::vector<Query>& queries) {
  if (queries.empty()) return Query::MatchNothing;
  return queries.size() == 1 ? queries.front() : Query{op, queries.begin(), queries.end()};
}

Query weighted(const Query& query, double weight) {
  return Query{Query::OP_SCALE_WEIGHT, query, weight};
}

/// Xapian 1.4 reads an OR straight beneath a MAX as more choices of that. A weight parts them, but
/// for 1 itself.
Query as_opaque_subquery(const Query& query) {
  return weighted(query, std::nextafter(1.0, 2.0));
}

/// Matches and ranks as `query` does, and goes around a bug of Xapian 1.4: a MAX that has come to
/// its end is read once more if the root of a match gives way to a part of it at the same time
/// (MaxPostList::recalc_maxweight). The root of this one never does.
Query with_fixed_root(const Query& query) {
  return Query{Query::OP_FILTER, as_opaque_subquery(query), Query::MatchAll};
}

/// Finds and ranks as `together`, a NEAR or PHRASE of `first` and other terms, and goes around a
/// bug of Xapian 1.4: an OR beneath an AND or a FILTER that gives way to an AND MAYBE takes a part
/// whose words do not stand together for one that matches (OrPostList::check). The left side of an
/// AND MAYBE is never asked by way of check(), and what stands on this one's right weighs nothing.
Query always_valid(const Query& together, const std::string& first) {
  return Query{Query::OP_AND_MAYBE, together, weighted(Query{first}, 0)};
}

/// The documents that a query finds. Built once for a question.
class Converter {
 public:
  Query convert(const ExpandedNode& root) {
    const Query query = node(root);
    return chooses_ ? with_fixed_root(query) : query;
  }

 private:
  Query node(const ExpandedNode& node) {
    const auto& children = node.children;
    switch (node.kind) {
      case Kind::nothing:
        return Query::MatchNothing;
      case Kind::everything:
        return Query::MatchAll;
      case Kind::one:
        return with_exact(alternatives(*node.asked), node.asked->exact);
      case Kind::date_range:
        return date_range(node);
      case Kind::any:
        return any(children);
      case Kind::all:
        return combine(Query::OP_AND, nodes(children));
      case Kind::maybe:
        return Query{Query::OP_AND_MAYBE, this->node(children.front()),
                     combine(Query::OP_OR, nodes({children.begin() + 1, children.end()}))};
      case Kind::filter:
        return Query{Query::OP_FILTER, this->node(children.front()),
                     combine(Query::OP_AND, nodes({children.begin() + 1, children.end()}))};
      case Kind::without:
        return Query{Query::OP_AND_NOT, this->node(children.front()),
                     combine(Query::OP_OR, nodes({children.begin() + 1, children.end()}))};
      case Kind::near:
        return near(node);
    }
    return Query::MatchNothing;
  }

  std::vector<Query> nodes(const std::vector<ExpandedNode>& children) {
    std::vector<Query> queries;
    queries.reserve(children.size());
    for (const ExpandedNode& child : children) queries.push_back(node(child));
    return queries;
  }

  /// The exact forms of all concepts together add to what the others find: an article that has a
  /// form has its stem, and one list of additions costs less than one for each concept.
  Query any(const std::vector<ExpandedNode>& children) {
    std::vector<Query> choices;
    std::vector<QueryTerm> exact;
    for (const ExpandedNode& child : children) {
      if (child.kind != Kind::one) {
        choices.push_back(node(child));
        continue;
      }
      choices.push_back(alternatives(*child.asked));
      exact.insert(exact.end(), child.asked->exact.begin(), child.asked->exact.end());
    }
    return with_exact(combine(Query::OP_OR, choices), exact);
  }

  static Query with_exact(const Query& query, const std::vector<QueryTerm>& exact) {
    if (exact.empty()) return query;
    return Query{Query::OP_AND_MAYBE, query, combine(Query::OP_OR, terms(exact))};
  }

  /// The heaviest alternative counts; those of parts together against those of the whole.
  Query alternatives(const Concept& asked) {
    std::map<std::string_view, std::vector<Query>> by_part;
    for (const Alternative& alternative : asked.alternatives)
      by_part[alternative.part_of].push_back(this->alternative(alternative));
    std::vector<Query> whole = std::move(by_part[""]), parts;
    by_part.erase("");
    for (const auto& [part, choices] : by_part) parts.push_back(best_of(choices));
    if (!parts.empty()) whole.push_back(combine(Query::OP_OR, parts));
    return best_of(whole);
  }

  Query best_of(const std::vector<Query>& queries) {
    chooses_ |= queries.size() > 1;
    std::vector<Query> choices;
    choices.reserve(queries.size());
    for (const Query& query : queries)
      choices.push_back(query.get_type() == Query::OP_OR ? as_opaque_subquery(query) : query);
    return combine(Query::OP_MAX, choices);
  }

  static std::vector<Query> terms(const std::vector<QueryTerm>& terms) {
    std::vector<Query> queries;
    queries.reserve(terms.size());
    for (const QueryTerm& term : terms) queries.push_back(weighted(Query{term.name}, term.weight));
    return queries;
  }

  static std::vector<Query> bare_terms(const Alternative& alternative) {
    std::vector<Query> queries;
    queries.reserve(alternative.terms.size());
    for (const QueryTerm& term : alternative.terms) queries.emplace_back(term.name);
    return queries;
  }

  /// Terms that stand together are weighed as one where all weigh the same, which is usual.
  Query alternative(const Alternative& alternative) {
    const auto& all = alternative.terms;
    if (all.empty()) return Query::MatchNothing;
    if (alternative.joined == Joined::sum || all.size() == 1)
      return combine(Query::OP_OR, terms(all));
    const std::vector<Query> bare = bare_terms(alternative);
    const double weight = all.front().weight;
    if (alternative.joined == Joined::synonym)
      return weighted(Query{Query::OP_SYNONYM, bare.begin(), bare.end()}, weight);
    const Query together{alternative.joined == Joined::phrase ? Query::OP_PHRASE : Query::OP_NEAR,
                         bare.begin(), bare.end(), alternative.window};
    if (std::all_of(all.begin(), all.end(),
                    [&](const QueryTerm& term) { return term.weight == weight; }))
      return always_valid(weighted(together, weight), all.front().name);
    std::vector<QueryTerm> ranking = all;
    std::erase_if(ranking, [](const QueryTerm& term) { return term.weight == 0; });
    return Query{Query::OP_FILTER, combine(Query::OP_AND, terms(ranking)), together};
  }

  /// Xapian's NEAR takes terms and ORs of terms only, so a phrase counts as its words here.
  static Query near(const ExpandedNode& node) {
    std::vector<Query> places;
    for (const ExpandedNode& child : node.children) {
      std::vector<Query> anywhere;
      for (const Alternative& alternative : child.asked->alternatives)
        for (const QueryTerm& term : alternative.terms) anywhere.emplace_back(term.name);
      places.push_back(combine(Query::OP_OR, anywhere));
    }
    return Query{Query::OP_NEAR, places.begin(), places.end(), node.window};
  }

  /// An article without a date has "" for it, which is before "0" and so before every day.
  static Query date_range(const ExpandedNode& node) {
    return Query{Query::OP_VALUE_RANGE, field("date").slot,
                 node.first ? to_compact(*node.first) : "0",
                 node.last ? to_compact(*node.last) : "99999999"};
  }

  bool chooses_ = false;
};

}  // namespace

Query to_xapian(const ExpandedNode& root) {
  return Converter{}.convert(root);
}

BareBm25::BareBm25(double average_length) : average_length_{std::max(average_length, 1.0)} {
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
}

std::string BareBm25::name() const {
  return "pantau::BareBm25";
}

BareBm25* BareBm25::clone() const {
  return new BareBm25{average_length_};
}

void BareBm25::init(double factor) {
  factor_ = factor;
}

double BareBm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                             Xapian::termcount /*unique_terms*/) const {
  return factor_ * term_saturation(wdf, length, average_length_);
}

/// A document is at least as long as the term occurs in it.
double BareBm25::get_maxpart() const {
  const double wdf = get_wdf_upper_bound();
  return factor_ *
         term_saturation(wdf, std::max<double>(get_doclength_lower_bound(), wdf), average_length_);
}

double BareBm25::get_sumextra(Xapian::termcount /*length*/, Xapian::termcount /*unique*/) const {
  return 0;
}

double BareBm25::get_maxextra() const {
  return 0;
}

double CountedOnce::get_sumpart(Xapian::termcount /*wdf*/, Xapian::termcount /*length*/,
                                Xapian::termcount /*unique_terms*/) const {
  return factor_;
}

double CountedOnce::get_sumextra(Xapian::termcount /*length*/, Xapian::termcount /*unique*/) const {
  return 0;
}

}  // namespace pantau
