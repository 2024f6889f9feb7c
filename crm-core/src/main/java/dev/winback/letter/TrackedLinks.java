package dev.winback.letter;

import dev.winback.shared.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signed addresses by which the links of a letter lead to their targets; a target is never part
 * of its address, so that nobody can be led elsewhere.
 */
@Service
@Transactional(readOnly = true)
public class TrackedLinks {

  /** The number of the link that no person sees. */
  public static final int TRAP = 1_000;

  /** The number of the picture. */
  public static final int PIXEL = -1;

  private static final String ALLOWED = Sql.of(TrackedLinks.class, "tracked.sql");
  private static final String LINK = Sql.of(TrackedLinks.class, "tracked-link.sql");

  private final JdbcClient jdbc;
  private final SignedLinks links;

  TrackedLinks(JdbcClient jdbc, SignedLinks links) {
    this.jdbc = jdbc;
    this.links = links;
  }

  /** A link that somebody follows; allowed: it may be told that he did. */
  public record Link(
      LetterId letter, int number, String target, @Nullable Instant handedOver, boolean allowed) {}

  private record Allowed(long id, boolean clicks, boolean opens) {}

  /**
   * Whether letters of a rung can tell that they were read: neither those that are answered by a
   * link of their own, nor reminders of a cart (tracked.sql).
   */
  public static boolean canTell(int rung) {
    return rung >= 0
        || rung == Farewells.RUNG
        || PromptKind.ofRung(rung).filter(kind -> !kind.cart()).isPresent();
  }

  /** One question for all letters of a claim, which keeps what they can tell. */
  @Transactional
  List<DueLetter> lead(List<DueLetter> letters) {
    var ids = letters.stream().map(letter -> letter.id().value()).toArray(Long[]::new);
    var allowed =
        jdbc.sql(ALLOWED).param("ids", ids).query(Allowed.class).list().stream()
            .collect(Collectors.toMap(Allowed::id, one -> one));
    return letters.stream().map(letter -> lead(letter, allowed.get(letter.id().value()))).toList();
  }

  private DueLetter lead(DueLetter letter, @Nullable Allowed allowed) {
    if (allowed == null) {
      return letter;
    }
    var ways = allowed.clicks() ? ways(letter) : Map.<String, String>of();
    return letter.with(
        new Tracked(
            ways,
            ways.isEmpty() ? null : links.click(letter.id(), TRAP),
            allowed.opens() ? links.open(letter.id()) : null));
  }

  private Map<String, String> ways(DueLetter letter) {
    var content = letter.content();
    var template = content.template();
    var targets = TemplateLinks.of(template.buttonUrl(), template.body(), content.firm().website());
    var ways = new HashMap<String, String>();
    for (int i = 0; i < targets.size() && i < TRAP; i++) {
      if (!targets.get(i).isEmpty()) {
        ways.putIfAbsent(targets.get(i), links.click(letter.id(), i));
      }
    }
    return ways;
  }

  /** Empty for a forged token, and for a link that the letter has not. */
  public Optional<Link> clicked(String token) {
    return links
        .clicked(token)
        .flatMap(click -> link(click.letter(), click.number(), true))
        .filter(link -> link.number() == TRAP || !link.target().isEmpty());
  }

  /** The letter whose picture was asked for. */
  public Optional<Link> opened(String token) {
    return links.opened(token).flatMap(letter -> link(letter, PIXEL, false));
  }

  private Optional<Link> link(LetterId letter, int number, boolean clicks) {
    return jdbc.sql(LINK)
        .param("id", letter.value())
        .param("clicks", clicks)
        .query(
            (row, n) -> {
              var targets =
                  TemplateLinks.of(
                      row.getString("button_url"), row.getString("body"), row.getString("website"));
              boolean has = number >= 0 && number < targets.size();
              var handedOver = row.getTimestamp("handed_over");
              return new Link(
                  letter,
                  number,
                  has ? targets.get(number) : "",
                  handedOver == null ? null : handedOver.toInstant(),
                  row.getBoolean("allowed"));
            })
        .optional();
  }
}
