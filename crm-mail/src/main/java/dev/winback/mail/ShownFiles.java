package dev.winback.mail;

import dev.winback.letter.FileLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * The pictures and downloads in the words of a letter: they pass the sanitizer as private-use
 * characters and as an address that nobody has, because what it knows is what marketing may write.
 */
final class ShownFiles extends AbstractVisitor {

  private static final String NOWHERE = "https://file.invalid/";
  private static final Pattern SENTINEL = Pattern.compile("\uE002(\\d+)\uE003");
  private static final Pattern HREF = Pattern.compile("href=\"" + NOWHERE + "([a-z0-9-]+)\"");

  /** Its size is said, so that the letter does not jump while it loads. */
  private static final String PICTURE =
      "<img src=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\""
          + " style=\"display:block;border:0;max-width:100%%;height:auto\" />";

  private final Map<String, FileLink> files;
  private final boolean html;
  private final List<String> pictures = new ArrayList<>();

  ShownFiles(Map<String, FileLink> files, boolean html) {
    this.files = files;
    this.html = html;
  }

  /** What is not known leaves its words. */
  @Override
  public void visit(Image image) {
    var file = known(image.getDestination(), "picture:");
    var words = words(image);
    var shown = words.isEmpty() && file != null ? file.words() : words;
    if (html && file != null && file.width() > 0) {
      pictures.add(
          PICTURE.formatted(
              Fragments.attribute(file.url()),
              Fragments.escaped(shown),
              file.width(),
              file.height()));
      shown = "\uE002" + (pictures.size() - 1) + "\uE003";
    }
    image.insertBefore(new Text(shown));
    image.unlink();
  }

  @Override
  public void visit(Link link) {
    var file = known(link.getDestination(), "file:");
    if (file != null) {
      link.setDestination(html ? NOWHERE + link.getDestination().substring(5) : file.url());
    } else if (link.getDestination().startsWith("file:")) {
      link.insertBefore(new Text(words(link)));
      link.unlink();
      return;
    }
    visitChildren(link);
  }

  private @Nullable FileLink known(String destination, String scheme) {
    return destination.startsWith(scheme)
        ? files.get(destination.substring(scheme.length()))
        : null;
  }

  private static String words(Node node) {
    var words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak line) {
            words.append(' ');
          }
        });
    return words.toString().strip();
  }

  /** The safe HTML with the pictures and the addresses of downloads in it. */
  String restored(String safe) {
    var shown =
        SENTINEL
            .matcher(safe)
            .replaceAll(
                at -> Matcher.quoteReplacement(pictures.get(Integer.parseInt(at.group(1)))));
    return HREF.matcher(shown).replaceAll(this::address);
  }

  /** Somebody may have typed the address that nobody has. */
  private String address(MatchResult link) {
    var file = files.get(link.group(1));
    return Matcher.quoteReplacement(
        file == null ? link.group() : "href=\"" + Fragments.attribute(file.url()) + "\"");
  }
}
