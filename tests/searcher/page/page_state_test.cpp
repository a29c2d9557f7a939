#include "searcher/page/page_state.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

PageState state_of(std::string_view query) {
  return parse_state(parse_parameters(query));
}

const Date today = *make_date(2026, 3, 31);

}  // namespace

TEST_CASE("every state has one address, whatever address it came from") {
  struct Case {
    std::string_view given, canonical;
  };
  constexpr Case cases[] = {
      {"", "?"},
      {"q=deepfake", "?q=deepfake"},
      {"p=1&q=deepfake&sort=relevance&f=html&fold=1", "?q=deepfake"},
      {"lang=id&lang=en&q=x", "?q=x&lang=en,id"},
      {"lang=id,en,id&q=x", "?q=x&lang=en,id"},
      {"outlet=Tempo&outlet=Detik&outlet=Tempo&q=x", "?q=x&outlet=Detik&outlet=Tempo"},
      {"entity=ojk&q=x&entity=china", "?q=x&entity=china&entity=ojk"},
      {"from=2021-03&to=2021-04&q=x&sort=newest&p=3",
       "?q=x&from=2021-03&to=2021-04&sort=newest&p=3"},
      {"q=x&utm_source=mail&fbclid=1", "?q=x"},
      {"q=x&like=a&fold=0&hl=id&f=json", "?q=x&like=a&fold=0&hl=id&f=json"},
      {"q=x&sort=recent", "?q=x&sort=recent"},
      {"q=x&hl=ID", "?q=x&hl=id"},
      {"q=+a++b+", "?q=a+b"},
      {"q=x&p=&sort=&f=&fold=&lang=&from=&to=&when=", "?q=x"},
      {"q=a&q=b&p=2&p=3", "?q=b&p=3"},
      {"q=x&hl=en-US", "?q=x&hl=en"},
      {"q=x&hl=fr", "?q=x"},
      {"q=x&p=101", "?q=x&p=100"},
      {"q=x&lang=english,Indonesian", "?q=x&lang=en,id"},
      {"q=x&from=2022&to=2021", "?q=x&from=2021&to=2022"},
      {"q=x&when=week&from=2021", "?q=x&when=week"},
      {"q=x&words=all&translate=0", "?q=x&words=all&translate=0"},
      {"q=x&id=https://a.example/b&n=3", "?q=x&id=https://a.example/b&n=3"},
      {"n=3&id=pw-1", "?id=pw-1&n=3"},
      {"q=x&n=3", "?q=x"},
      {"id=a&n=999999", "?id=a"},
      {"q=x&facet=outlet&by=name", "?q=x&facet=outlet&by=name"},
      {"help=1", "?help=1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.given);
    const std::string address = address_of(state_of(c.given));
    CHECK(address == c.canonical);
    CHECK(address_of(state_of(address.substr(1))) == address);
  }
}

TEST_CASE("an address that cannot be meant is refused, with what is wrong with it") {
  struct Case {
    std::string_view query;
    AddressMistake mistake;
    std::string_view value;
  };
  using enum AddressMistake;
  constexpr Case cases[] = {
      {"p=0", page, "0"},
      {"p=-1", page, "-1"},
      {"p=1e3", page, "1e3"},
      {"p=99999999999999999999", page, "99999999999999999999"},
      {"from=2021-13", date, "2021-13"},
      {"to=yesterday", date, "yesterday"},
      {"sort=size", choice, "size"},
      {"f=exe", choice, "exe"},
      {"fold=yes", choice, "yes"},
      {"words=some", choice, "some"},
      {"when=soon", choice, "soon"},
      {"facet=month", choice, "month"},
      {"lang=english please", language, "english please"},
      {"outlet=1&outlet=2&outlet=3&outlet=4&outlet=5&outlet=6&outlet=7&outlet=8&outlet=9", filters,
       "9"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    try {
      (void)state_of(c.query);
      FAIL("was taken");
    } catch (const WrongAddress& wrong) {
      CHECK(wrong.mistake == c.mistake);
      CHECK(wrong.value == c.value);
    }
  }
}

TEST_CASE("what can be told of a refused address is its query, interface and format") {
  const PageState state = parse_remains(parse_parameters("q=a&q=b&p=0&hl=id&f=json&lang=!&hl=x"));
  CHECK(address_of(state) == "?q=b&hl=id&f=json");
}

TEST_CASE("filters alone ask for the newest of what they let through") {
  CHECK(state_of("entity=ojk").asks());
  CHECK_FALSE(state_of("hl=id&sort=newest").asks());
  CHECK(to_request(state_of("entity=ojk"), today).is_filter_only());
  CHECK(to_request(state_of("entity=ojk"), today).sort == Sort::newest);
  CHECK(to_request(state_of("from=2021&sort=oldest"), today).is_filter_only());
  CHECK(to_request(state_of("from=2021&sort=oldest"), today).sort == Sort::oldest);
}

TEST_CASE("a state becomes the request of its page") {
  const SearchRequest request = to_request(
      state_of("q=x&lang=id&outlet=Tempo&entity=ojk&from=2021&to=2021-04&sort=oldest&p=3"), today);
  CHECK(request.query == "x");
  CHECK(request.languages == std::vector<std::string>{"id"});
  CHECK(request.outlets == std::vector<std::string>{"Tempo"});
  CHECK(request.entities == std::vector<std::string>{"ojk"});
  CHECK(to_iso(*request.from) == "2021-01-01");
  CHECK(to_iso(*request.to) == "2021-04-30");
  CHECK(request.sort == Sort::oldest);
  CHECK(request.offset == 20);
}

TEST_CASE("the last day, week, month and year end today") {
  struct Case {
    std::string_view when, from;
  };
  constexpr Case cases[] = {
      {"day", "2026-03-30"},
      {"week", "2026-03-24"},
      {"month", "2026-02-28"},
      {"year", "2025-03-31"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.when);
    const SearchRequest request = to_request(state_of("q=x&when=" + std::string{c.when}), today);
    CHECK(to_iso(*request.from) == c.from);
    CHECK_FALSE(request.to);
  }
}

TEST_CASE("all words, and as typed, are asked of the index") {
  CHECK(to_request(state_of("q=x y&words=all"), today).words == WordsAsked::all);
  CHECK(to_request(state_of("q=x y&words=any"), today).words == WordsAsked::any);
  CHECK(to_request(state_of("q=x y"), today).words == WordsAsked::enough);
  CHECK_FALSE(to_request(state_of("q=x&translate=0"), today).translate);
}

}  // namespace pantau
