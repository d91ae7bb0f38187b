# Sourced after `cd` to the repository: makes POBACH_DATA absolute. As given it is meant from where the person stands ($from).
case ${POBACH_DATA:-} in
    "") POBACH_DATA=$PWD/data ;;
    /*) ;;
    *) POBACH_DATA=$from/$POBACH_DATA ;;
esac
export POBACH_DATA
