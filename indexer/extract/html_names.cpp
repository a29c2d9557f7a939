// Words in class names and ids, and what each has been seen to mean on many sites.
// Entrance: name_evidence (html_noise.h). Tested by tests/indexer/html_noise_test.cpp.
#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/html_noise.h"

namespace pantau {
namespace {

struct Group {
  NameEvidence evidence;
  std::string_view words;  ///< separated by one space
};

constexpr NameEvidence hidden{Noise::hidden}, navigation{Noise::navigation}, aside{Noise::aside},
    form{Noise::form}, related{Noise::related}, share{Noise::share}, promotion{Noise::promotion},
    consent{Noise::consent}, advert{Noise::advert}, comments{Noise::comments},
    caption{Noise::caption}, byline{Noise::byline}, footer{Noise::footer}, tags{Noise::tags},
    media{Noise::media}, date{Noise::date}, weak_body{Noise::none, 1}, body{Noise::none, 2},
    lead{Noise::none, 0, true};

/// One word of a name, or two neighbours written as one ("read-more" is "readmore"). Words that
/// also occur in names of bodies ("post", "news", "text", "list") are not here, whatever they say
/// alone.
// clang-format off
constexpr std::array groups{
    // Names of the body, by themselves enough.
    Group{body,
          "articlebody articlebodytext articlecontent articledetail articlemain articleparagraphs "
           "articletext blogbody blogcontent bodycontent bodycopy bodytext contentarticle "
           "contentbody contentdetail contenttext detailbody detailcontent detailkonten detailtext "
           "entrybody entrycontent entrytext mainarticle newsbody newscontent newstext postbody "
           "postcontent postentry posttext readcontent storybody storybodytext storycontent "
           "storytext tdpostcontent textbody"},
    // Words in names of bodies and of much else.
    Group{weak_body,
          "article body commentary content contentmain entry maincontent newsarticle newsdetail "
           "story storydetail"},
    // Names of the summary above the body.
    Group{lead,
          "abstract anreisser articlelead articlesubtitle articlesummary bajada chapeau chapo "
           "deck dek description entradilla entrylead excerpt ingress intro introduction introtext "
           "lead leadtext lede manchet manchete perex sapo sottotitolo spot standfirst subhead "
           "subheading subheadline sublead subtitle summary teasertext untertitel unterzeile "
           "vorspann"},
    // Who, from where: read by html_author and html_date.
    Group{byline,
          "author authorbio authorbox authorcard authorinfo authors autor autoren bio byline "
           "bylines editor entrymeta meta metadata metainfo metaline penulis postauthor postinfo "
           "postmeta postmetadata"},
    // When: read by html_date.
    Group{date,
          "dateline datetime postdate pubdate publishdate timestamp"},
    // Subjects and sections.
    Group{tags,
          "categories catlinks entrycategory entryutility keywords posttags relatedtopics "
           "tagcloud taglinks taglist tags topics"},
    // Other stories, also in Indonesian; pull quotes say again what the text says.
    Group{related,
          "alsoread artikelterkait bacajuga beritalainnya beritaterkait inlinerelated jpposts "
           "jprelatedposts lihatjuga linksisip listterkini moreabout morearticles morefrom "
           "morelinks morenews moreon moreposts morestories morestory mostpopular mostread "
           "mostviewed outbrain popular popularposts populer pullquote pullquotes readalso "
           "readmore readnext recirc recirculation recommendation recommendations recommended "
           "recommends rekomendasi related relatedarticles relatedcontent relatedlinks relatednews "
           "relatedposts relatedstories seealso similar sisip suggested suggestions taboola teaser "
           "teasers terkait terkini terpopuler trending upnext yarpp youmaylike"},
    // What readers say.
    Group{comments,
          "comment commentaires commentlist comments community disqus komentar kommentar "
           "kommentare replies reply respond shoutbox"},
    // Ways to other pages.
    Group{navigation,
          "bottomlinks breadcrumb breadcrumbnavigation breadcrumbs dropdown editsection flyout "
           "masthead menu mwjumplink nav navbar navbox navigation nextpost pagenav pager "
           "pagination paging postnavigation prevpost siteheader subnav toc"},
    // Columns beside the text.
    Group{aside,
          "sidebar sidebars widget widgets"},
    // Below the text.
    Group{footer,
          "articlefooter colophon copyright disclaimer entryfooter foot footer footerwrap legal "
           "pagefooter postfooter sitefooter storyfooter"},
    // Buttons.
    Group{share,
          "addthis addtoany facebook follow followus print share sharebar sharebuttons sharedaddy "
           "sharelinks sharethis sharetools sharing social socialbar socialmedia socials toolbar "
           "toolbox tools"},
    // Things to fill in.
    Group{form,
          "feedback login poll quiz rating ratings"},
    // What the site wants of its readers.
    Group{promotion,
          "affiliate berlangganan buletin cta donasi donate donation interstitial langganan modal "
           "newsletter newsletterform newsletters newslettersignup overlay partner partners "
           "paywall piano popup promo promobox promos promotion promotions remp signup subscribe "
           "subscription subscriptions upsell"},
    // Cookie walls, by their own names and by those of the usual suppliers.
    Group{consent,
          "cli cmp consent cookie cookiebanner cookiebar cookieconsent cookielaw cookienotice "
           "cookies didomi gdpr onetrust usercentrics"},
    // Advertisements in the languages we met.
    Group{advert,
          "ad adbox ads adslot adunit adv advert advertisement advertising advertorial anzeige "
           "banner bannerad iklan leaderboard parallax publicidad publicite reklama sponsor "
           "sponsored sponsors werbung"},
    // Texts of pictures.
    Group{caption,
          "caption captions credit credits imagecaption imagecredit mediacaption photocaption "
           "photocredit wpcaption"},
    // Players and galleries.
    Group{media,
          "carousel galerie gallery lightbox playlist podcast slider slideshow trinityplayer "
           "videoplayer"},
    // Not shown to readers; "hidden" and "hide" themselves are in has_name.
    Group{hidden,
          "ishidden noprint offscreen printonly screenreader skiplink sronly visuallyhidden"},
};
// clang-format on

struct Word {
  std::string_view word;
  NameEvidence evidence;
};

constexpr std::size_t count_words() {
  std::size_t count = 0;
  for (const Group& group : groups)
    count += 1 + static_cast<std::size_t>(std::count(group.words.begin(), group.words.end(), ' '));
  return count;
}

constexpr auto words = [] {
  std::array<Word, count_words()> out{};
  std::size_t count = 0;
  for (const Group& group : groups)
    for (std::string_view rest = group.words; !rest.empty();) {
      const auto end = std::min(rest.find(' '), rest.size());
      out[count++] = {rest.substr(0, end), group.evidence};
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  return out;
}();

/// Longest word of the table is 19 bytes; longer ones cannot be found.
constexpr std::size_t max_word = 24;
/// Names looked at per element: utility frameworks write fifty, and the telling one comes early.
constexpr std::size_t max_names_bytes = 400;

constexpr std::size_t buckets = 1024;
constexpr std::size_t hash(std::string_view word) {
  std::size_t h = 1469598103U;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return (h ^ h >> 11) % buckets;
}

/// Open addressing over `words`, built by the compiler: most words of a page are not in it.
constexpr auto table = [] {
  std::array<std::uint16_t, buckets> slots{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto slot = hash(words[i].word);
    while (slots[slot] != 0) slot = (slot + 1) % buckets;
    slots[slot] = static_cast<std::uint16_t>(i + 1);
  }
  return slots;
}();

NameEvidence look_up(std::string_view word) {
  for (auto slot = hash(word); table[slot] != 0; slot = (slot + 1) % buckets)
    if (words[table[slot] - 1U].word == word) return words[table[slot] - 1U].evidence;
  return {};
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// Reads the words of one name: cut at every sign that is no letter and where a capital follows a
/// small letter, in lower case.
class NameWords {
 public:
  explicit NameWords(std::string_view names) : rest_{names} {}

  /// The next word, or "" at the end. `joined` says that it belongs to the same name as the last.
  std::string_view next(bool& joined) {
    joined = begun_;
    for (; !rest_.empty(); rest_.remove_prefix(1)) {
      if (!begun_ || rest_.front() == ' ') joined = begin_name();
      if (rest_.empty() || is_lower(rest_.front()) || is_upper(rest_.front())) break;
    }
    std::size_t size = 0;
    bool was_lower = false;
    while (!rest_.empty() && (is_lower(rest_.front()) || (is_upper(rest_.front()) && !was_lower))) {
      was_lower = is_lower(rest_.front());
      if (size < max_word) word_[size++] = static_cast<char>(rest_.front() | 0x20);
      rest_.remove_prefix(1);
    }
    return {word_.data(), size};
  }

 private:
  /// Goes to the next name that speaks of every case: "print:hidden" says how it looks in one.
  /// False, as nothing is joined to its first word.
  bool begin_name() {
    begun_ = true;
    for (;;) {
      rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size()));
      const std::string_view name = rest_.substr(0, rest_.find(' '));
      if (name.find(':') == std::string_view::npos) return false;
      rest_.remove_prefix(name.size());
    }
  }

  std::string_view rest_;
  std::array<char, max_word> word_{};
  bool begun_ = false;
};

/// Whether one of the names is the word alone: "hidden-xs" and "field-label-hidden" hide nothing.
bool has_name(std::string_view names, std::string_view word) {
  for (auto at = names.find(word); at != std::string_view::npos; at = names.find(word, at + 1)) {
    const bool starts = at == 0 || names[at - 1] == ' ';
    const auto end = at + word.size();
    if (starts && (end == names.size() || names[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

NameEvidence name_evidence(std::string_view names) {
  NameEvidence all;
  if (has_name(names, "hidden") || has_name(names, "hide")) all.noise = Noise::hidden;
  std::string last;
  bool joined = false;
  NameWords words_of{names.substr(0, max_names_bytes)};
  const auto add = [&](NameEvidence found) {
    // The later word of a name says what it is: "article-share", "related-articles" both do not fit
    // one rule, so any noise counts, and a usual name of the body is held against it.
    if (found.noise != Noise::none && all.noise == Noise::none) all.noise = found.noise;
    all.body = std::max(all.body, found.body);
    all.lead |= found.lead;
  };
  for (auto word = words_of.next(joined); !word.empty(); word = words_of.next(joined)) {
    add(look_up(word));
    if (joined && !last.empty()) add(look_up(last += word));
    last = word;
  }
  return all;
}

}  // namespace pantau
