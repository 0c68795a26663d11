export const csvFile = {
  drop: "파일을 여기에 끌어다 놓거나 골라 주세요.",
  choose: "파일 고르기",
  reading: "읽고 있어요",
  mistakes: "파일에서 고칠 곳",
  line: "{line, number}번째 줄",
  cell: "{line, number}번째 줄, {column} 열",
  found: "적힌 내용: {found}",
  more: "그 밖에 {count, number}군데가 더 있어요.",
};
