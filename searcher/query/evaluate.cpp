#include "searcher/query/evaluate.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "searcher/query/term_weights.h"

namespace pantau {
namespace {

using Kind = ExpandedNode::Kind;
using Positions = std::vector<unsigned>;

void add(Evaluation& sum, Evaluation part) {
  sum.found = true;
  sum.score += part.score;
  std::move(part.parts.begin(), part.parts.end(), std::back_inserter(sum.parts));
}

/// One position of each list, in the order of the lists, the last less than `window` after the
/// first.
bool in_order(const std::vector<Positions>& lists, unsigned window) {
  return std::any_of(lists.front().begin(), lists.front().end(), [&](unsigned first) {
    unsigned last = first;
    return std::all_of(lists.begin() + 1, lists.end(), [&](const Positions& list) {
      const auto next = std::upper_bound(list.begin(), list.end(), last);
      if (next == list.end() || *next >= first + window) return false;
      last = *next;
      return true;
    });
  });
}

/// A different position of each list, all within `window`: of those from `start` on, the earliest
/// one of the list whose last is earliest.
bool near_from(std::vector<Positions> lists, unsigned start, unsigned window) {
  const auto available = [&](const Positions& list) {
    return std::pair{std::lower_bound(list.begin(), list.end(), start),
                     std::lower_bound(list.begin(), list.end(), start + window)};
  };
  // The list with the latest first choice is bound least; assign greedily by where choices end.
  std::sort(lists.begin(), lists.end(), [&](const Positions& a, const Positions& b) {
    const auto [a_begin, a_end] = available(a);
    const auto [b_begin, b_end] = available(b);
    return std::distance(a_begin, a_end) < std::distance(b_begin, b_end);
  });
  Positions taken;
  for (const Positions& list : lists) {
    const auto [begin, end] = available(list);
    const auto free = std::find_if(begin, end, [&](unsigned position) {
      return std::find(taken.begin(), taken.end(), position) == taken.end();
    });
    if (free == end) return false;
    taken.push_back(*free);
  }
  return true;
}

bool near_each_other(const std::vector<Positions>& lists, unsigned window) {
  return std::any_of(lists.begin(), lists.end(), [&](const Positions& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](unsigned start) { return near_from(lists, start, window); });
  });
}

class Evaluator {
 public:
  Evaluator(const ArticleTerms& article, double average_length)
      : article_{article}, average_length_{average_length} {}

  [[nodiscard]] Evaluation node(const ExpandedNode& node) const {
    const auto& children = node.children;
    switch (node.kind) {
      case Kind::nothing:
        return {};
      case Kind::everything:
        return {true};
      case Kind::one:
        return asked(*node.asked);
      case Kind::date_range:
        return {is_in(node)};
      case Kind::any:
        return any(children);
      case Kind::all:
        return all(children);
      case Kind::maybe:
      case Kind::filter:
      case Kind::without:
        return conditional(node);
      case Kind::near:
        return {are_near(node)};
    }
    return {};
  }

 private:
  [[nodiscard]] bool is_in(const ExpandedNode& range) const {
    if (article_.day.empty()) return false;
    return (!range.first || article_.day >= to_compact(*range.first)) &&
           (!range.last || article_.day <= to_compact(*range.last));
  }

  [[nodiscard]] Evaluation any(const std::vector<ExpandedNode>& children) const {
    Evaluation sum;
    for (const ExpandedNode& child : children)
      if (Evaluation part = node(child); part.found) add(sum, std::move(part));
    return sum;
  }

  [[nodiscard]] Evaluation all(const std::vector<ExpandedNode>& children) const {
    Evaluation sum;
    for (const ExpandedNode& child : children) {
      Evaluation part = node(child);
      if (!part.found) return {};
      add(sum, std::move(part));
    }
    return sum;
  }

  /// The first child, if the others allow it.
  [[nodiscard]] Evaluation conditional(const ExpandedNode& parent) const {
    Evaluation found = node(parent.children.front());
    if (!found.found) return {};
    for (std::size_t i = 1; i < parent.children.size(); ++i) {
      Evaluation other = node(parent.children[i]);
      const bool is_against = parent.kind == Kind::filter    ? !other.found
                              : parent.kind == Kind::without ? other.found
                                                             : false;
      if (is_against) return {};
      if (parent.kind == Kind::maybe && other.found) add(found, std::move(other));
    }
    return found;
  }

  [[nodiscard]] bool are_near(const ExpandedNode& parent) const {
    std::vector<Positions> lists;
    for (const ExpandedNode& child : parent.children) {
      Positions all;
      for (const Alternative& alternative : child.asked->alternatives)
        for (const QueryTerm& term : alternative.terms) {
          const Positions& some = positions(term.name);
          all.insert(all.end(), some.begin(), some.end());
        }
      std::sort(all.begin(), all.end());
      lists.push_back(std::move(all));
    }
    return near_each_other(lists, parent.window);
  }

  [[nodiscard]] Evaluation asked(const Concept& asked) const {
    Evaluation best;
    std::map<std::string_view, Evaluation> best_of_part;
    for (const Alternative& alternative : asked.alternatives) {
      Evaluation one = this->alternative(alternative);
      Evaluation& known = alternative.part_of.empty() ? best : best_of_part[alternative.part_of];
      if (one.found && (!known.found || one.score > known.score)) known = std::move(one);
    }
    Evaluation parts;
    for (auto& [part, found] : best_of_part)
      if (found.found) add(parts, std::move(found));
    if (parts.found && (!best.found || parts.score > best.score)) best = std::move(parts);
    if (!best.found) return best;
    for (const QueryTerm& form : asked.exact)
      if (Evaluation part = term(form, true); part.found) add(best, std::move(part));
    return best;
  }

  [[nodiscard]] Evaluation alternative(const Alternative& alternative) const {
    const auto& terms = alternative.terms;
    Evaluation sum;
    if (alternative.joined == Joined::synonym) return synonym(alternative);
    for (const QueryTerm& one : terms)
      if (Evaluation part = term(one, false); part.found)
        add(sum, std::move(part));
      else if (alternative.joined != Joined::sum)
        return {};
    if (alternative.joined == Joined::sum || terms.size() == 1) return sum;
    std::vector<Positions> lists;
    lists.reserve(terms.size());
    for (const QueryTerm& one : terms) lists.push_back(positions(one.name));
    const bool together = alternative.joined == Joined::phrase
                              ? in_order(lists, alternative.window)
                              : near_each_other(lists, alternative.window);
    return together ? sum : Evaluation{};
  }

  /// All terms are one, which is there as often as they all do.
  [[nodiscard]] Evaluation synonym(const Alternative& alternative) const {
    Evaluation sum;
    unsigned count = 0;
    for (const QueryTerm& one : alternative.terms)
      if (const auto there = article_.terms.find(one.name); there != article_.terms.end()) {
        count += there->second.count;
        if (!sum.found) sum.parts.push_back({one.name});
        sum.found = true;
      }
    if (!sum.found) return sum;
    sum.score =
        alternative.terms.front().weight * term_saturation(count, article_.length, average_length_);
    sum.parts.front().score = sum.score;
    sum.parts.front().count = count;
    return sum;
  }

  [[nodiscard]] Evaluation term(const QueryTerm& term, bool is_form) const {
    const auto there = article_.terms.find(term.name);
    if (there == article_.terms.end()) return {};
    const double score =
        term.weight * term_saturation(there->second.count, article_.length, average_length_);
    return {true, score, {{term.name, score, there->second.count, is_form}}};
  }

  [[nodiscard]] const Positions& positions(const std::string& term) const {
    static const Positions none;
    const auto there = article_.terms.find(term);
    return there == article_.terms.end() ? none : there->second.positions;
  }

  const ArticleTerms& article_;
  double average_length_;
};

void collect_terms(const ExpandedNode& node, std::vector<std::string>& names) {
  if (node.asked) {
    for (const Alternative& alternative : node.asked->alternatives)
      for (const QueryTerm& term : alternative.terms) names.push_back(term.name);
    for (const QueryTerm& form : node.asked->exact) names.push_back(form.name);
  }
  for (const ExpandedNode& child : node.children) collect_terms(child, names);
}

}  // namespace

Evaluation evaluate(const ExpandedNode& node, const ArticleTerms& article, double average_length) {
  return Evaluator{article, average_length}.node(node);
}

std::vector<std::string> terms_of(const ExpandedNode& node) {
  std::vector<std::string> names;
  collect_terms(node, names);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace pantau
