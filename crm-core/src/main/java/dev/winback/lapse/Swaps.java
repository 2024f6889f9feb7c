package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes and does exchanges: you return his client, he returns yours (DEC-23). */
@Service
@Transactional
public class Swaps {

  /** Customers of one side in a proposal: more are no exchange but a reorganisation. */
  static final int MOST = 10;

  private static final String SWAPS = Sql.of(Swaps.class, "swaps.sql");

  private final JdbcClient jdbc;
  private final Handovers handovers;
  private final BusinessClock clock;

  Swaps(JdbcClient jdbc, Handovers handovers, BusinessClock clock) {
    this.jdbc = jdbc;
    this.handovers = handovers;
    this.clock = clock;
  }

  private record Row(
      String loser,
      String loserName,
      String winner,
      String winnerName,
      long lapse,
      String ref,
      String customer,
      BigDecimal valueYear,
      String currency) {

    Swap.Case asCase() {
      return new Swap.Case(new LapseId(lapse), ref, customer, valueYear, currency);
    }
  }

  /** Each pair once, in the order of names. */
  @Transactional(readOnly = true)
  public List<Swap> proposals(Actor actor) {
    actor.require(Permission.HAND_OVER);
    var sides = new TreeMap<String, List<Row>>();
    jdbc.sql(SWAPS)
        .param("most", MOST)
        .query(Row.class)
        .list()
        .forEach(
            row ->
                sides
                    .computeIfAbsent(row.loser() + "~" + row.winner(), k -> new ArrayList<>())
                    .add(row));
    return sides.values().stream()
        .map(rows -> rows.get(0))
        .filter(row -> row.loser().compareTo(row.winner()) < 0)
        .filter(row -> sides.containsKey(row.winner() + "~" + row.loser()))
        .map(row -> swap(side(sides, row, false), side(sides, row, true)))
        .toList();
  }

  private static List<Row> side(Map<String, List<Row>> sides, Row row, boolean back) {
    var key = back ? row.winner() + "~" + row.loser() : row.loser() + "~" + row.winner();
    return sides.getOrDefault(key, List.of());
  }

  private static Swap swap(List<Row> there, List<Row> back) {
    int many = Math.min(there.size(), back.size());
    return new Swap(side(there, many), side(back, many));
  }

  private static Swap.Side side(List<Row> rows, int many) {
    var first = rows.get(0);
    return new Swap.Side(
        first.loser(), first.loserName(), rows.stream().limit(many).map(Row::asCase).toList());
  }

  /** Does the exchange that was seen, if it is proposed still; the numbers of the two handovers. */
  public List<Long> exchange(String key, Actor actor) {
    var swap =
        proposals(actor).stream()
            .filter(proposal -> proposal.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new Refused("team.refused.swap"));
    return List.of(give(swap.one(), swap.other(), actor), give(swap.other(), swap.one(), actor));
  }

  private long give(Swap.Side from, Swap.Side to, Actor actor) {
    var lapses = from.cases().stream().map(Swap.Case::lapse).toList();
    var reason = from.name() + " / " + to.name() + ", " + clock.today();
    return handovers.hand(
        HandoverKind.SWAP, new Transfer(lapses, List.of(), to.login(), reason, null), actor);
  }
}
