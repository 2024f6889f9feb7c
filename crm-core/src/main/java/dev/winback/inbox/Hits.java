package dev.winback.inbox;

import dev.winback.letter.Proofs;
import dev.winback.letter.TrackedLinks;
import dev.winback.letter.TrackedLinks.Link;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who followed a link or loaded a picture of a letter; told apart into people and machines, at most
 * 50 times a letter, and nothing once its reader has said no.
 */
@Service
@Transactional
public class Hits {

  /** Nobody reads so fast: a scanner that looks before the reader does. */
  static final Duration EARLY = Duration.ofSeconds(10);

  /** Three links in so short a time are followed by no person. */
  static final Duration SWARM = Duration.ofSeconds(5);

  static final int KEPT = 50;

  private static final String HIT = Sql.of(Hits.class, "hit.sql");
  private static final String SWARMED = Sql.of(Hits.class, "swarm.sql");

  private final TrackedLinks links;
  private final Proofs proofs;
  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Hits(TrackedLinks links, Proofs proofs, JdbcClient jdbc, BusinessClock clock) {
    this.links = links;
    this.proofs = proofs;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Where the link leads; empty for a forged one. Looking ahead of it counts nothing. */
  @Transactional(readOnly = true)
  public Optional<URI> target(String token) {
    return links.clicked(token).flatMap(Hits::target);
  }

  /** Where the link leads, for somebody who follows it. */
  public Optional<URI> follow(String token, Visitor visitor) {
    var link = links.clicked(token);
    link.filter(Link::allowed).ifPresent(followed -> keep(followed, visitor));
    return link.flatMap(Hits::target);
  }

  private static Optional<URI> target(Link link) {
    return link.target().isEmpty() ? Optional.empty() : Optional.of(URI.create(link.target()));
  }

  /** True for a picture of ours. */
  public boolean load(String token, Visitor visitor) {
    var link = links.opened(token);
    link.filter(Link::allowed).ifPresent(loaded -> keep(loaded, visitor));
    return link.isPresent();
  }

  private void keep(Link link, Visitor visitor) {
    var now = clock.instant();
    int kept =
        jdbc.sql(HIT)
            .param("letter", link.letter().value())
            .param("number", link.number())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("machine", machine(link, visitor, now))
            .param("most", KEPT)
            .query(Integer.class)
            .single();
    if (kept > 0) {
      judgeTogether(link, now);
      proofs.arrived(link.letter());
    }
  }

  private static @Nullable String machine(Link link, Visitor visitor, Instant now) {
    if (link.number() == TrackedLinks.TRAP) {
      return "trap";
    }
    if (visitor.ahead()) {
      return "prefetch";
    }
    var handedOver = link.handedOver();
    if (handedOver == null || now.isBefore(handedOver.plus(EARLY))) {
      return "early";
    }
    return visitor.program() ? "agent" : null;
  }

  private void judgeTogether(Link link, Instant now) {
    jdbc.sql(SWARMED)
        .param("letter", link.letter().value())
        .param("since", now.minus(SWARM).atOffset(ZoneOffset.UTC))
        .update();
  }
}
