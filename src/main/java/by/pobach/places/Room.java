package by.pobach.places;

import by.pobach.web.Words;
import java.util.Set;
import java.util.UUID;

/**
 * A room of the Centre.
 *
 * @param features what the room offers, as short codes: {@code wheelchair}, {@code quiet}, {@code hearing}, {@code motor},
 *     {@code vision}, {@code aac}, {@code hall}, {@code consult}
 * @param floor 0 is the ground floor
 * @param neighbours rooms close enough to hear each other's radio
 * @param bufferMinutes airing and tidying after each visit, part of the hold
 */
public record Room(UUID id, Words name, int floor, Set<String> features, Set<UUID> neighbours, int bufferMinutes) {}
