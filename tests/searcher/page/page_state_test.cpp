#include "searcher/page/page_state.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {
namespace {

PageState state_of(std::string_view query) {
  return parse_state(parse_parameters(query));
}

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
  };
  for (const Case& c : cases) {
    CAPTURE(c.given);
    const std::string address = address_of(state_of(c.given));
    CHECK(address == c.canonical);
    CHECK(address_of(state_of(address.substr(1))) == address);
  }
}

TEST_CASE("an address that cannot be meant is refused") {
  for (const std::string_view query :
       {"p=0", "p=-1", "p=101", "p=1e3", "p=99999999999999999999", "p=", "p=01", "from=2021-13",
        "to=yesterday", "from=2022&to=2021", "sort=size", "f=exe", "fold=yes", "hl=fr", "q=a&q=b",
        "p=1&p=2", "lang=english please",
        "outlet=1&outlet=2&outlet=3&outlet=4&outlet=5&outlet=6&outlet=7&outlet=8&outlet=9"}) {
    CAPTURE(query);
    CHECK_THROWS_AS((void)state_of(query), Error);
  }
}

TEST_CASE("what can be told of a refused address is its query, interface and format") {
  const PageState state = parse_remains(parse_parameters("q=a&q=b&p=0&hl=id&f=json&lang=!&hl=x"));
  CHECK(address_of(state) == "?q=b&hl=id&f=json");
}

TEST_CASE("filters alone ask for the newest of what they let through") {
  CHECK(state_of("entity=ojk").asks());
  CHECK_FALSE(state_of("hl=id&sort=newest").asks());
  CHECK(to_request(state_of("entity=ojk")).is_filter_only());
  CHECK(to_request(state_of("entity=ojk")).sort == Sort::newest);
  CHECK(to_request(state_of("from=2021&sort=oldest")).is_filter_only());
  CHECK(to_request(state_of("from=2021&sort=oldest")).sort == Sort::oldest);
}

TEST_CASE("a state becomes the request of its page") {
  const SearchRequest request = to_request(
      state_of("q=x&lang=id&outlet=Tempo&entity=ojk&from=2021&to=2021-04&sort=oldest&p=3"));
  CHECK(request.query == "x");
  CHECK(request.languages == std::vector<std::string>{"id"});
  CHECK(request.outlets == std::vector<std::string>{"Tempo"});
  CHECK(request.entities == std::vector<std::string>{"ojk"});
  CHECK(to_iso(*request.from) == "2021-01-01");
  CHECK(to_iso(*request.to) == "2021-04-30");
  CHECK(request.sort == Sort::oldest);
  CHECK(request.offset == 20);
}

}  // namespace pantau
