package dev.winback.lapse;

import dev.winback.staff.Actor;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lapses: opened and moved by the night, worked by people, closed by a purchase. */
@Service
@Transactional
public class Lapses {

  /** Opens and moves lapses as of this day; the number of lapses opened or moved. */
  public int openAndMove(LocalDate day) {
    throw new IllegalStateException("not built yet " + day);
  }

  /** Somebody works on it: the stage becomes WORKING. */
  public void work(LapseId id, Actor actor) {
    throw new IllegalStateException("not built yet " + id + actor);
  }
}
