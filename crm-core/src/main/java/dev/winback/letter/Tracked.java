package dev.winback.letter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which addresses the links of one letter lead to their targets, and its picture, if its reader
 * has agreed; the letter that is kept and shown has neither.
 */
public record Tracked(Map<String, String> links, @Nullable String trap, @Nullable String pixel) {

  public static final Tracked NOTHING = new Tracked(Map.of(), null, null);

  private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
  private static final Pattern CODED = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");

  public Tracked {
    links = Map.copyOf(links);
  }

  /** The letter as it leaves; a link that is not known stays as it is. */
  public RenderedLetter in(RenderedLetter letter) {
    return equals(NOTHING)
        ? letter
        : new RenderedLetter(letter.subject(), html(letter.html()), letter.text());
  }

  private String html(String html) {
    var led =
        HREF.matcher(html)
            .replaceAll(
                link -> {
                  var way = links.get(plain(link.group(1)));
                  return Matcher.quoteReplacement(
                      way == null ? link.group() : "href=\"" + way + "\"");
                });
    int end = led.lastIndexOf("</body>");
    return end < 0 ? led : led.substring(0, end) + unseen() + led.substring(end);
  }

  /** A link without words, which only programs follow; the picture is a point. */
  private String unseen() {
    var link = trap == null ? "" : "<a href=\"" + trap + "\" style=\"display:none\"></a>";
    return pixel == null
        ? link
        : link + "<img src=\"" + pixel + "\" width=\"1\" height=\"1\" alt=\"\">";
  }

  private static String plain(String coded) {
    var text =
        CODED
            .matcher(coded)
            .replaceAll(
                c ->
                    Matcher.quoteReplacement(
                        Character.toString(
                            Integer.parseInt(c.group(2), c.group(1).isEmpty() ? 10 : 16))));
    return text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
