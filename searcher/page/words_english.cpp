#include "searcher/page/interface_words.h"

namespace pantau {
namespace {

constexpr TimeWords time_words{.when = "When",
                               .day = "Last day",
                               .week = "Last week",
                               .month = "Last month",
                               .year = "Last year",
                               .range = "Between two days",
                               .from = "from",
                               .to = "to",
                               .show = "Show",
                               .ever = "any time"};

constexpr ReadingWords reading_words{
    .stored_text = "Stored text",
    .original = "Original",
    .original_at = "Original at",
    .previous = "Previous result",
    .next = "Next result",
    .back = "Back to the results",
    .captured = "captured on",
    .entities = "About",
    .elsewhere = "The same story elsewhere",
    .text_off = "The text of articles is not shown here.",
    .excerpt = "This is the beginning; the whole text is not shown here.",
    .cut_short = "The crawl has less of this page than its server had.",
    .untitled = "Untitled article",
    .gone = "This article is not, or no longer, in the index.",
    .cite = "Cite"};

constexpr NoteWords note_words{
    .open_quote = "A quotation mark is not closed; it was closed at the end.",
    .empty_quotes = "There is nothing between two quotation marks; they were left out.",
    .open_bracket = "A bracket is not closed; it was closed at the end.",
    .lone_bracket = "A closing bracket has no opening one; it was left out.",
    .empty_brackets = "There is nothing between two brackets; they were left out.",
    .too_many_words = "The question has too many words; the last ones were left out.",
    .near_number = "After NEAR/ a number is expected, from 1 to 100.",
    .lone_operator = "AND, OR, NOT and NEAR stand between words; here one was read as a word.",
    .no_such_field = "“%” is no field here; it was read as text.",
    .no_value = "A field has no value; it was read as text.",
    .no_date =
        "“%” is no date such as 2021, 2021-03, 2021-03-20 or 2021..2022; it was read as text.",
    .too_deep = "There are too many brackets inside one another; the innermost were left out.",
    .too_long = "The question is too long; its last words were left out.",
    .no_such_entity = "No company, body, law or country is known here as “%”.",
    .many_forms = "A word with * stands for very many words; the first of them were searched for.",
    .at_most = "The question has more mistakes than these."};

constexpr AddressWords address_words{
    .page = "A page is a number such as 2, not “%”.",
    .date = "A date is written 2021, 2021-03 or 2021-03-20; “%” is none.",
    .choice = "“%” is no choice there is here.",
    .language = "A language is a code such as en or id; “%” is none.",
    .filters = "There are too many filters of one kind; “%” is one too many."};

constexpr HelpWords help_words{
    .link = "About and help",
    .title = "What is here, and how to ask",
    .contents = "What is here",
    .last_fed = "Last added to on",
    .from_to = "published from",
    .all_outlets = "All outlets",
    .ask = "How to ask",
    .words_rule =
        "Plain words bring what says most of them, in English and Indonesian at once. “All words” "
        "brings only what says every one, “As typed” leaves the other language out.",
    .subscribe = "Subscribe",
    .subscribe_how =
        "Every search is a feed: the links Atom and RSS below its results bring what is new to a "
        "feed reader, with all filters kept. A search of the last week stays one.",
    .cite = "Cite and download",
    .cite_how =
        "Below the results an answer can be taken along as a table (CSV), for reference managers "
        "(BibTeX, RIS) and for programs (JSON, JSON Lines). The page of an article has the same "
        "for it alone, and an address that stays.",
    .programs = "For programs",
    .programs_how = "Any search answers in JSON with f=json added to its address.",
    .examples = {"any of the words, in either language", "words that stand together, in order",
                 "both words", "one word or the other", "a word that must be, one that must not",
                 "words close together", "all words that begin so", "in titles",
                 "about a company, body, law or country", "of an outlet", "of an address",
                 "in a language, of some days"}};

constexpr InterfaceWords words{
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
    .of = "of",
    .article = "article",
    .articles = "articles",
    .page = "page",
    .of_them = "of them",
    .and_others = "and",
    .with_some_words = "with some of the words",
    .some_words_only = "These have some of the words only",
    .nothing = "Nothing found for",
    .nothing_help =
        "Check the spelling, use fewer or more general words, or ask in the other language.",
    .without = "Without",
    .no_word = "No article found here says",
    .past_end = "There are no more results.",
    .first_page = "To the first page",
    .more = "more",
    .filters = "Narrow the search",
    .remove = "Remove filter:",
    .clear = "Clear all filters",
    .languages = "Languages",
    .outlets = "Outlets",
    .entities = "About",
    .others = "other outlets",
    .every = "All of them",
    .by_count = "By number of articles",
    .by_name = "By name",
    .sort = "Order",
    .relevance = "Most relevant",
    .recent = "Relevant and recent",
    .newest = "Newest",
    .oldest = "Oldest",
    .all_words = "All words",
    .any_word = "Any word",
    .as_typed = "As typed",
    .previous = "Previous",
    .next = "Next",
    .pages = "Pages of results",
    .did_you_mean = "Did you mean",
    .copy = "near copy",
    .copies = "near copies",
    .undated = "no date",
    .show_copies = "Show near copies one by one",
    .fold_copies = "Fold near copies",
    .similar = "More like this",
    .similar_to = "More like",
    .matched = "Matched",
    .stopped = "The search took too long; these are the best of what was read.",
    .feeds = "Subscribe:",
    .download = "Download:",
    .in_other_language = "Bahasa Indonesia",
    .undetermined = "language unknown",
    .problem = "That did not work",
    .not_found = "There is no such page here.",
    .wrong_method = "This page can only be read.",
    .long_address = "The address is too long.",
    .unavailable = "The search is not available right now. Please try again in a moment.",
    .nothing_asked = "Nothing was asked: q is missing.",
    .back = "Back to the search",
    .time = time_words,
    .reading = reading_words,
    .notes = note_words,
    .address = address_words,
    .help = help_words,
    .month_names = {"January", "February", "March", "April", "May", "June", "July", "August",
                    "September", "October", "November", "December"}};

}  // namespace

const InterfaceWords& english_words() {
  return words;
}

}  // namespace pantau
