#include "searcher/page/respond.h"

#include <sstream>

#include "common/error.h"
#include "common/hash.h"
#include "common/json_writer.h"
#include "common/url.h"
#include "common/version.h"
#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// Seconds after which a client may try again.
constexpr std::string_view retry_after = "5";

/// Percent of the deadline that the match may take; the rest is for the page.
constexpr int match_share = 75;

/// Formats for programs that want the whole answer.
bool is_download(PageFormat format) {
  return format == PageFormat::jsonl || format == PageFormat::csv || format == PageFormat::bibtex ||
         format == PageFormat::ris;
}

bool is_feed(PageFormat format) {
  return format == PageFormat::atom || format == PageFormat::rss;
}

PageResponse problem(int status, PageContext context, const Html& what) {
  context.failed = true;
  PageResponse response;
  response.status = status;
  const std::string plain = unescape_markup(what.str());
  if (context.state.format == PageFormat::json || context.state.format == PageFormat::jsonl) {
    JsonWriter json;
    json.begin_object().key("status").value(static_cast<std::uint64_t>(status));
    json.key("error").value(plain).end_object();
    response.type = "application/json";
    response.body = json.text() + '\n';
  } else if (context.state.format == PageFormat::html) {
    response.body = problem_page(context, what).str();
  } else {
    response.type = "text/plain; charset=utf-8";
    response.body = plain + '\n';
  }
  response.headers.push_back({"Cache-Control", "no-store"});
  if (status == 405) response.headers.push_back({"Allow", "GET, HEAD"});
  if (status == 503) response.headers.push_back({"Retry-After", std::string{retry_after}});
  return response;
}

PageResponse problem(int status, const PageContext& context, Markup what) {
  Html html;
  return problem(status, context, html << what);
}

/// Every link of the filters repeats the address: with a longer one, which nobody typed, there
/// are none, or the page would grow to hundreds of kilobytes.
constexpr std::size_t max_narrowed_address = 340;

/// The status that an Error means to a browser.
PageResponse problem_of(const Error& error, const PageContext& context) {
  switch (error.kind()) {
    case Error::Kind::usage:
    case Error::Kind::query:
      return problem(400, context, text_of(error.what()));
    case Error::Kind::missing:
      return problem(404, context, context.words->reading.gone);
    default:
      return problem(503, context, context.words->unavailable);  // details are the operator's
  }
}

/// A sentence with the value that cannot be meant.
PageResponse problem_of(const WrongAddress& wrong, const PageContext& context) {
  const AddressWords& words = context.words->address;
  const Markup sentence = wrong.mistake == AddressMistake::page       ? words.page
                          : wrong.mistake == AddressMistake::date     ? words.date
                          : wrong.mistake == AddressMistake::choice   ? words.choice
                          : wrong.mistake == AddressMistake::language ? words.language
                                                                      : words.filters;
  return problem(400, context, filled(sentence, wrong.value));
}

/// Names what a response is made from: program, configuration, index and its revision, address,
/// language, and the day if the answer moves with it. Weak, because a server may compress the body
/// (RFC 9110, section 8.8.1).
std::string make_etag(const PageContext& context, const std::string& index_revision) {
  const bool moves = context.state.recent != Recent::ever || context.state.sort == Sort::recent;
  const std::string all = version_text("pantau.cgi") + context.config.revision + index_revision +
                          context.script + address_of(context.state) + ' ' +
                          std::string{context.words->code} + (moves ? to_iso(context.today) : "");
  return "W/\"" + to_hex(fnv1a(all)) + '"';
}

/// The question as a feed or a file asks it: from its start, the newest first for a feed.
PageState asked_by(const PageContext& context) {
  PageState state = context.state;
  if (state.format == PageFormat::html || state.format == PageFormat::json) return state;
  state.page = 1;
  if (is_feed(state.format)) state.sort = Sort::newest;
  return state;
}

Asking asking_of(const PageContext& context) {
  constexpr std::size_t feed_entries = 30;
  const PageFormat format = context.state.format;
  Asking asking;
  asking.time = context.config.deadline * match_share / 100;
  asking.today = context.today;
  asking.facets = context.config.facets && !is_feed(format) && !is_download(format) &&
                  address_of(context.state).size() <= max_narrowed_address;
  asking.helps = format == PageFormat::html;
  asking.partial = !is_feed(format) && !is_download(format);
  if (is_feed(format)) asking.limit = feed_entries;
  if (is_download(format)) asking.limit = context.config.download_limit;
  return asking;
}

Feed feed_of(const PageContext& context, const Answer& answer) {
  PageState page = context.state;
  page.format = PageFormat::html;
  PageState reader = context.start();
  const std::string base = context.absolute(reader);
  Feed feed;
  feed.title = context.config.title + ": " + asked(context, answer.like_title, shown_sentence);
  if (!context.state.query.empty() && context.state.filtered())
    feed.title += " (" + filters_in_words(context) + ")";
  feed.site = context.config.title;
  feed.language = context.words->code;
  feed.id = "urn:pantau:search:" + encode_parameter(address_of(page));
  feed.self = context.absolute(context.state);
  feed.page = context.absolute(page);
  feed.reader = base + (base.ends_with('?') ? "id=" : "&id=");
  feed.fallback_day = context.today;
  return feed;
}

/// A type for each format, and a name for what is saved.
void set_type(PageFormat format, PageResponse& response) {
  const auto save_as = [&](const char* type, const char* name) {
    response.type = type;
    if (*name == '\0') return;
    response.headers.push_back(
        {"Content-Disposition", std::string{"attachment; filename=\""} + name + '"'});
  };
  if (format == PageFormat::json) save_as("application/json", "");
  if (format == PageFormat::jsonl) save_as("application/x-ndjson", "pantau.jsonl");
  if (format == PageFormat::csv) save_as("text/csv; charset=utf-8; header=present", "pantau.csv");
  if (format == PageFormat::bibtex) save_as("application/x-bibtex; charset=utf-8", "pantau.bib");
  if (format == PageFormat::ris)
    save_as("application/x-research-info-systems; charset=utf-8", "pantau.ris");
  if (format == PageFormat::atom) save_as("application/atom+xml; charset=utf-8", "");
  if (format == PageFormat::rss) save_as("application/rss+xml; charset=utf-8", "");
}

/// An answer in a format for programs.
PageResponse render(const PageContext& context, const Answer& answer) {
  const PageFormat format = context.state.format;
  std::ostringstream out;
  if (format == PageFormat::json)
    render_json(context.state.query, answer.results, out, Audience::world);
  if (format == PageFormat::jsonl) render_jsonl(answer.results, out, Audience::world);
  if (format == PageFormat::csv) {
    out << "\uFEFF";  // by which spreadsheets know UTF-8
    render_csv(answer.results, out);
  }
  if (format == PageFormat::bibtex) render_bibtex(answer.results, out);
  if (format == PageFormat::ris) render_ris(answer.results, out);
  if (format == PageFormat::atom) render_atom(feed_of(context, answer), answer.results, out);
  if (format == PageFormat::rss) render_rss(feed_of(context, answer), answer.results, out);
  PageResponse response;
  set_type(format, response);
  response.body = std::move(out).str();
  return response;
}

PageResponse search(const PageContext& context, IndexReader& index, RequestLog& log) {
  const Answer answer = answer_of(index, asked_by(context), asking_of(context));
  log.matches = answer.results.matches;
  PageResponse response;
  if (context.state.format == PageFormat::html)
    response.body = results_page(context, answer).str();
  else
    response = render(context, answer);
  response.is_partial = answer.results.stopped;
  return response;
}

/// Takes off the article what the operator does not let be read.
void withhold(const PageConfig& config, Reading& reading) {
  std::string& text = reading.found.article.text;
  if (config.text == TextShown::none) text.clear();
  if (config.text == TextShown::excerpt) text = shortened(text, shown_excerpt);
}

PageResponse read(const PageContext& context, IndexReader& index, RequestLog& log) {
  Asking asking = asking_of(context);
  asking.snippets = context.state.format == PageFormat::html;
  std::optional<Reading> reading = reading_of(index, context.state, asking);
  if (!reading) return problem(404, context, context.words->reading.gone);
  log.matches = 1;
  PageResponse response;
  if (context.state.format == PageFormat::html) {
    response.body = article_page(context, *reading).str();
    return response;
  }
  withhold(context.config, *reading);
  if (context.state.format == PageFormat::json) {
    std::ostringstream out;
    render_article_json(reading->found.article, reading->found.entities, out, Audience::world);
    set_type(PageFormat::json, response);
    response.body = std::move(out).str();
    return response;
  }
  Answer one;
  one.results.matches = 1;
  Hit& hit = one.results.hits.emplace_back();
  hit.article = reading->found.article;
  hit.title = {hit.article.title, {}};
  hit.snippet = {shortened(hit.article.text, shown_sentence), {}};
  return render(context, one);
}

/// What the address asks of the index.
PageResponse answer(const PageContext& context, IndexReader& index, RequestLog& log) {
  const PageState& state = context.state;
  if (!state.article.empty()) return read(context, index, log);
  if (state.help) {
    PageResponse response;
    response.body = help_page(context, index.facts()).str();
    return response;
  }
  if (state.facet.empty()) return search(context, index, log);
  PageResponse response;
  response.body = facet_page(context, whole_facet(index, state, asking_of(context))).str();
  return response;
}

/// How a response may be kept: asked for again each time, and then it may be 304; a part of an
/// answer never.
void set_caching(const std::string& etag, PageResponse& response) {
  if (response.status != 200 && response.status != 304) return;
  if (response.is_partial) {
    response.headers.push_back({"Cache-Control", "no-store"});
    return;
  }
  response.headers.push_back({"ETag", etag});
  response.headers.push_back({"Cache-Control", "no-cache"});
}

/// Answers from the index, unless the browser has the answer already.
PageResponse from_index(const HttpRequest& request, const PageContext& context,
                        const OpenIndex& open, RequestLog& log) {
  const std::unique_ptr<IndexReader> index = open();
  const std::string etag = make_etag(context, index->revision());
  PageResponse response;
  if (names_etag(request.if_none_match, etag))
    response.status = 304;
  else
    response = answer(context, *index, log);
  set_caching(etag, response);
  if (!context.state.help) response.headers.push_back({"X-Robots-Tag", "noindex, nofollow"});
  return response;
}

bool needs_index(const PageState& state) {
  const bool asks = state.asks() || state.help || !state.article.empty() || !state.facet.empty();
  return asks && state.format != PageFormat::opensearch;
}

PageResponse without_index(const PageContext& context) {
  PageResponse response;
  if (context.state.format == PageFormat::opensearch) {
    response.type = "application/opensearchdescription+xml; charset=utf-8";
    response.body = opensearch_description(context).str();
  } else if (context.state.format == PageFormat::html) {
    response.body = start_page(context).str();
  } else {
    return problem(400, context, context.words->nothing_asked);
  }
  response.headers.push_back({"Cache-Control", "max-age=300"});
  return response;
}

/// The status of a request that is refused as it is, whatever it asks for; 200 otherwise.
int refusal(const HttpRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") return 405;
  if (request.query.size() > max_query_string) return 414;
  if (!request.path_info.empty() && request.path_info != "/") return 404;
  return 200;
}

Markup reason_of(int status, const InterfaceWords& words) {
  if (status == 405) return words.wrong_method;
  return status == 414 ? words.long_address : words.not_found;
}

/// Facets and the help are pages, whatever format is asked for.
void settle_format(PageState& state) {
  const bool is_page = state.help || !state.facet.empty();
  if (is_page && state.format != PageFormat::opensearch) state.format = PageFormat::html;
}

PageResponse respond_to(const HttpRequest& request, PageContext& context, const OpenIndex& open,
                        RequestLog& log) {
  if (const int status = refusal(request); status != 200)
    return problem(status, context, reason_of(status, *context.words));
  const std::vector<Parameter> parameters = parse_parameters(request.query);
  const auto speak = [&] {
    if (!context.state.interface.empty()) context.words = &interface_words(context.state.interface);
    log.query = context.state.query;
  };
  try {
    context.state = parse_state(parameters);
    settle_format(context.state);
    speak();
    return needs_index(context.state) ? from_index(request, context, open, log)
                                      : without_index(context);
  } catch (const WrongAddress& wrong) {
    log.problem = "the address is wrong: " + wrong.value;
    context.state = parse_remains(parameters);
    speak();
    return problem_of(wrong, context);
  } catch (const Error& error) {
    log.problem = error.what();
    return problem_of(error, context);
  }
}

}  // namespace

PageResponse respond(const HttpRequest& request, const PageConfig& config, const OpenIndex& open,
                     RequestLog& log) try {
  const std::string_view wanted = choose_language(request.accept_language, interface_codes());
  PageContext context{config, &interface_words(wanted), {}, request.script, request.today};
  context.below = !request.path_info.empty() && request.path_info != "/";
  PageResponse response = respond_to(request, context, open, log);
  response.headers.push_back({"Vary", "Accept-Language"});
  return response;
} catch (const std::exception& error) {
  log.problem = error.what();
  return unavailable_response();
}

PageResponse unavailable_response() {
  PageResponse response;
  response.status = 503;
  response.type = "text/plain; charset=utf-8";
  response.headers = {{"Cache-Control", "no-store"}, {"Retry-After", std::string{retry_after}}};
  response.body = "The search is not available right now. Please try again in a moment.\n";
  return response;
}

std::string log_line(const RequestLog& log, const PageResponse& response, std::string_view time,
                     std::uint64_t milliseconds, bool with_query) {
  JsonWriter json;
  json.begin_object().key("time").value(time);
  json.key("status").value(static_cast<std::uint64_t>(response.status));
  json.key("ms").value(milliseconds);
  json.key("bytes").value(std::uint64_t{response.body.size()});
  json.key("matches").value(log.matches);
  if (with_query) json.key("query").value(log.query);
  if (!log.problem.empty()) json.key("problem").value(log.problem);
  json.end_object();
  return json.text() + '\n';
}

}  // namespace pantau
