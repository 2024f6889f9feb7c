package dev.winback.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MemberRepository extends Repository<Member, Long> {

  Member saveAndFlush(Member member);

  Optional<Member> findByLogin(String login);

  Optional<Member> findById(long id);

  List<Member> findByActiveTrueOrderByName();

  List<Member> findAllByOrderByName();

  boolean existsByRole(Role role);
}
