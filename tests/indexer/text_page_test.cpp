#include "indexer/extract/text_page.h"

#include <doctest/doctest.h>

#include <string>

namespace pantau {
namespace {

/// Three paragraphs that share words with the headlines below.
const std::string story =
    "The data regulator fined the Harbour Bank on Monday for what it did with the data of "
    "users.\n\n"
    "The bank had kept the records of closed accounts for ten years, the regulator said, and lost "
    "some of them.\n\n"
    "It has a month to appeal against the fine, which is the largest so far under the new law.\n\n";

std::string date_of(const std::string& page) {
  const auto date = extract_text_page(page).date;
  return date ? to_iso(*date) : "";
}

std::string title_of(const std::string& page) {
  return extract_text_page(page).title;
}

/// First words of each paragraph.
std::string outline(const std::string& page) {
  std::string text = extract_text_page(page).text, out;
  while (!text.empty()) {
    const auto end = std::min(text.find("\n\n"), text.size());
    out += (out.empty() ? "" : "|") + text.substr(0, std::min<std::size_t>(text.find(' '), end));
    text.erase(0, std::min(end + 2, text.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("a whole page gives its article and nothing around it") {
  const Article article = extract_text_page(
      "The Daily Rule\nHome\nWorld\nBusiness\nLog in\n\nHome > Business\n\n"
      "Regulator fines Harbour Bank over lost data\n\n"
      "By Jane Roe | The Daily Rule\n2024/03/19 00:30\n"
      "A branch of the bank  (AP photo)\n\nShare  Tweet  Print\n\n" +
      story +
      "Tags: bank, data\n\nRELATED ARTICLES\nShips wait outside the port\n2024/01/02 23:30\n"
      "Ships wait outside the port\nTen ways to cook rice\n\nUpdated : 2024-03-20 01:47\n"
      "(c) 2024 The Daily Rule. All rights reserved.\n");
  CHECK(article.title == "Regulator fines Harbour Bank over lost data");
  CHECK(article.author == "Jane Roe");
  CHECK(article.outlet == "The Daily Rule");
  REQUIRE(article.date);
  CHECK(to_iso(*article.date) == "2024-03-19");
  CHECK(article.text.starts_with("The data regulator fined"));
  CHECK(article.text.ends_with("under the new law."));
  CHECK(article.text.find("Ships") == std::string::npos);
}

TEST_CASE("lines between the paragraphs stay or go by what they are") {
  struct Case {
    const char* between;
    std::string_view outline;
  };
  const Case cases[] = {
      {"", "The|The|It|The|The|It"},
      {"What comes next\n\n", "The|The|It|What|The|The|It"},
      {"Baca Juga : Lima Kedai Kopi di Tepi Sungai\n\n", "The|The|It|The|The|It"},
      {"Baca Juga\nLima Kedai Kopi di Tepi Sungai\n\n", "The|The|It|The|The|It"},
      {"ADVERTISEMENT\n\n", "The|The|It|The|The|It"},
      {"World | Business | Markets\n\n", "The|The|It|The|The|It"},
      {"A branch of the bank. (Foto: Istimewa)\n\n", "The|The|It|The|The|It"},
      {"Ships wait in port\nRice is dear\nTen good walks\nA new bridge\n\n",
       "The|The|It|The|The|It"},
      {"The dates are:\n- 2 May 2025: first part\n- 2 June 2025: second part\n- 2 July 2025: "
       "rest\n\n",
       "The|The|It|The|-|-|-|The|The|It"},
  };
  std::string second = story;
  for (std::size_t at = 0; (at = second.find("regulator", at)) != std::string::npos; ++at)
    second.replace(at, 9, "commission");
  second.replace(second.find("It has"), 6, "It got");
  for (const Case& c : cases) {
    CAPTURE(c.between);
    CHECK(outline("Headline\n\n" + story + c.between + second) == c.outline);
  }
}

TEST_CASE("a page without running text is no article") {
  for (const std::string page :
       {"", "\n\n\n", "Home\nWorld\nBusiness\n", "404 Not Found\n", "World | Business | Markets"}) {
    CAPTURE(page);
    const Article article = extract_text_page(page);
    CHECK(article.text.empty());
    CHECK(article.title.empty());
  }
}

TEST_CASE("the readers' comments are not of the story") {
  CHECK(outline(story +
                "12 Comments\nJohn says:\nI never liked that bank, and I said so all along.\n"
                "Ann says:\nThe fine is much too small for what they did to us, I think.\n") ==
        "The|The|It");
}

TEST_CASE("the headline is a line above the story that speaks of it, never a caption or a menu") {
  struct Case {
    std::string above, title;
  };
  const std::string lead =
      "The data regulator fined the Harbour Bank on Monday for what it did with the data of users";
  const Case cases[] = {
      {"Regulator fines Harbour Bank\n\n", "Regulator fines Harbour Bank"},
      {"Regulator fines Harbour Bank\nThe Harbour Bank (Reuters)\n\n",
       "Regulator fines Harbour Bank"},
      {"Regulator fines Harbour Bank\nBy Harbour Correspondent\n\n",
       "Regulator fines Harbour Bank"},
      {"Fine for bank - The Daily Rule\nMenu\nFine for bank\nShips wait outside the harbour\n\n",
       "Fine for bank"},
      {"HARBOUR.COM - The Harbour Bank (Harbour)\n\n", lead},
      {"Home\nWorld\n\n", lead},
      {"", lead},
  };
  for (const Case& c : cases) {
    CAPTURE(c.above);
    CHECK(title_of(c.above + story) == c.title);
  }
  CHECK(title_of("Solopos.com, JAKARTA -- " + story) == lead);
}

TEST_CASE("the date is the story's own, not the crawler's, an update's or another story's") {
  struct Case {
    std::string above, below, date;
  };
  const std::string headline = "Regulator fines Harbour Bank\n";
  const Case cases[] = {
      {"date 2024-03-25 Alexa\n" + headline + "2024/03/19 00:30\n\n", "", "2024-03-19"},
      {"Monday, 25 March 2024\nHome\nWorld\nSport\nArts\n" + headline + "19 March 2024\n\n", "",
       "2024-03-19"},
      {headline + "Updated 20 March 2024\nPublished 19 March 2024\n\n", "", "2024-03-19"},
      {headline + "Updated:\n20 March 2024\n\n", "", "2024-03-20"},
      {"19 March 2024\n" + headline + "\n", "", "2024-03-19"},
      {headline + "\n", "Published 19 March 2024\n", "2024-03-19"},
      {headline + "\n", "Related articles\n19 March 2024\n", ""},
      {headline + "Kamis (4/4/2024) bank itu didenda karena data pengguna, setelah pada Selasa "
                  "(2/4/2024) diperiksa.\n\n",
       "", "2024-04-04"},
      {headline +
           "The law has been in force since 1 May 2020, and the bank has broken it since.\n\n",
       "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.above);
    CAPTURE(c.below);
    CHECK(date_of(c.above + story + c.below) == c.date);
  }
}

TEST_CASE("the author stands by the headline, with a label or beside the date") {
  struct Case {
    std::string head, author;
  };
  const Case cases[] = {
      {"By Jane Roe\n", "Jane Roe"},   {"Jane Roe\n19 March 2024\n", "Jane Roe"},
      {"By\nJane Roe\n", "Jane Roe"},  {"19 March 2024 | Jane Roe\n", "Jane Roe"},
      {"Harbour News\n\nShare\n", ""}, {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.head);
    CHECK(extract_text_page("Regulator fines Harbour Bank\n" + c.head + "\n" + story).author ==
          c.author);
  }
}

TEST_CASE("the outlet is what the page calls itself more than once") {
  struct Case {
    std::string above, below, outlet;
  };
  const std::string headline = "Regulator fines Harbour Bank\n\n";
  const Case cases[] = {
      {"Layar Kota\nHome\n" + headline, "Copyright Layar Kota\n", "Layar Kota"},
      {"LAYAR KOTA\nHome\n" + headline, "Copyright Layar Kota\n", "Layar Kota"},
      {"layarkota\nHome\n" + headline, "Berlangganan buletin Layar Kota\n", "Layar Kota"},
      {"Regulator fines Harbour Bank | Layar Kota\nHome\n" + headline, "", "Layar Kota"},
      {headline + "Solopos.com, JAKARTA -- ", "", "Solopos.com"},
      {headline + "JAKARTA, KOMPAS.com - ", "", "KOMPAS.com"},
      {headline + "Mataram, NTB (ANTARA News) - ", "", "ANTARA News"},
      {headline + "JAKARTA - ", "", ""},
      {"Something\nHome\n" + headline, "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.above);
    CHECK(extract_text_page(c.above + story + c.below).outlet == c.outlet);
  }
}

// Quadratic time would take hours: the test would not end.
TEST_CASE("hostile pages of text are read to their end") {
  const std::string pages[] = {
      std::string(4 << 20, 'a'),
      std::string(4 << 20, '1'),
      std::string(1 << 20, '\n'),
      [] {
        std::string page;
        for (int i = 0; i < 100'000; ++i) page += "(20/3/2021) Jan 1. | ";
        return page;
      }(),
      [] {
        std::string page;
        for (int i = 0; i < 100'000; ++i) page += "Baca juga:\n";
        return page;
      }(),
  };
  for (const std::string& page : pages) CHECK(extract_text_page(page).title.size() < page.size());
}

}  // namespace pantau
