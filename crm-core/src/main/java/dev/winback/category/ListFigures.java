package dev.winback.category;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VIP list by its last month: how long it is, and who came and went since the one before. */
final class ListFigures {

  final int month;
  final Hash moves = new Hash();
  int listed;
  int joined;
  int dropped;

  ListFigures(int month) {
    this.month = month;
  }

  /** Whether the customer came, went, or neither. */
  enum Move {
    JOINED,
    DROPPED,
    NONE
  }

  void see(Months m, Vips vips, int bits) {
    listed += vips.listed(m, bits, month) ? 1 : 0;
    var move = move(m, vips, bits);
    if (move != Move.NONE) {
      joined += move == Move.JOINED ? 1 : 0;
      dropped += move == Move.DROPPED ? 1 : 0;
      moves.see(m.customer, move.ordinal());
    }
  }

  Move move(Months m, Vips vips, int bits) {
    boolean now = vips.listed(m, bits, month);
    boolean before = vips.listed(m, bits, month - 1);
    return now == before ? Move.NONE : now ? Move.JOINED : Move.DROPPED;
  }

  /** The parameters of {@code vip-month.sql} that tell of the list; null: it is not made anew. */
  static Map<String, @Nullable Object> params(@Nullable ListFigures list) {
    var params = new HashMap<String, @Nullable Object>();
    params.put("listed", list == null ? null : list.listed);
    params.put("joined", list == null ? null : list.joined);
    params.put("dropped", list == null ? null : list.dropped);
    params.put("moves_hash", list == null ? null : list.moves.value());
    return params;
  }
}
